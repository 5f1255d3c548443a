import { lazily } from '../api/lazily.ts';

/**
 * Stands for something until it is asked the first question, and loads it then. Nobody can tell, since every method of
 * it answers with a promise; a method that does not must not be called through this.
 */
export function deferred<T extends object>(load: () => Promise<T>): T {
  const loaded = lazily(load);
  return new Proxy({} as T, {
    get(_, name) {
      // Whoever awaits it must not take it for a promise.
      if (name === 'then' || typeof name === 'symbol') return undefined;
      return async (...args: readonly unknown[]) => {
        const target = (await loaded()) as Record<string, (...args: readonly unknown[]) => unknown>;
        return target[name]?.(...args);
      };
    },
  });
}

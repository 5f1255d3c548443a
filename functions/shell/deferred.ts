import { lazily } from '../api/lazily.ts';

/**
 * Stands for something until it is asked the first question, and loads it then. Nobody can tell, since every method of
 * it answers with a promise; a method that does not must not be called through this.
 */
export function deferred<T extends object>(load: () => Promise<T>): T {
  const loaded = lazily(load);
  return new Proxy({} as T, {
    get:
      (_, name) =>
      async (...args: readonly unknown[]) => {
        const target = (await loaded()) as Record<PropertyKey, (...args: readonly unknown[]) => unknown>;
        return target[name]?.(...args);
      },
  });
}

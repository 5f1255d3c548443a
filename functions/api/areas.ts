import { PatternRouter } from 'hono/router/pattern-router';
import { tryDecodeURIComponent } from 'hono/utils/url';
import { lazily } from './lazily.ts';
import { routeOf } from './routing.ts';

/** What an address is looked up for: an operation of the API, with its parameters in braces. */
interface Addressed {
  readonly method: string;
  readonly path: string;
}

/** A part of the API that is loaded with the first request for it, so that no start waits for the others. */
export interface Area<T extends Addressed> {
  /** The words that its addresses begin with, as `wordOf` has them. Areas may share a word. */
  readonly at: readonly string[];
  readonly load: () => Promise<readonly T[]>;
}

export interface Found<T> {
  readonly operation: T;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Finder<T> = (method: string, path: string) => Promise<Found<T> | undefined>;

/** The word by which an address or a path with braces is known: after the organisation, or right after `/v1`. */
export function wordOf(path: string): string {
  const [, , first = '', , second = first] = path.split('/');
  return first === 'organisations' ? second : first;
}

/** Finds the operation at an address. Nothing stands at an address with `/` at its end. */
export function finderIn<T extends Addressed>(areas: readonly Area<T>[]): Finder<T> {
  const routers = new Map(
    areas
      .flatMap(({ at }) => at)
      .map((word) => [word, lazily(() => routerOf(areas.filter(({ at }) => at.includes(word))))]),
  );
  return async (method, path) => {
    const router = path.endsWith('/') ? undefined : await routers.get(wordOf(path))?.();
    const [[operation, given] = []] = (router?.match(method, path) ?? [[]])[0] as [
      T,
      Record<string, string>,
    ][];
    if (operation === undefined) return undefined;
    const decoded = Object.entries(given ?? {}).map(([name, value]) => [name, tryDecodeURIComponent(value)]);
    return { operation, parameters: Object.fromEntries(decoded) };
  };
}

async function routerOf<T extends Addressed>(areas: readonly Area<T>[]): Promise<PatternRouter<T>> {
  const router = new PatternRouter<T>();
  for (const operation of (await Promise.all(areas.map(({ load }) => load()))).flat()) {
    router.add(operation.method, routeOf(operation.path), operation);
  }
  return router;
}

import { lazily } from './lazily.ts';

type QuerySchemas = typeof import('./query-schemas.ts');

/** What may stand behind the question mark, made with the first question. */
export const query = (name: keyof QuerySchemas) =>
  lazily(async () => (await import('./query-schemas.ts'))[name]);

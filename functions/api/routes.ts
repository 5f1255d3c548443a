import { COMMAND_OPERATIONS } from './operations.ts';
import { READS } from './reads.ts';

/** Every route of the API. Two functions share them, and each must know the other's to tell 405 from 404. */
export const ALL_ROUTES: readonly { readonly method: string; readonly path: string }[] = [
  ...COMMAND_OPERATIONS,
  ...READS.map(({ path }) => ({ method: 'GET', path })),
];

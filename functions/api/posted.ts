import type * as z from 'zod/mini';
import { lazily } from './lazily.ts';
import type { Aggregate, CommandOperation } from './operations.ts';

/**
 * Makes operations that post a command of one kind of aggregate.
 *
 * @param under what their paths begin with
 * @param schemas of the commands by type; loaded with the first request for one of them
 */
export const posted =
  <Type extends string>(
    aggregate: Aggregate,
    under: string,
    schemas: () => Promise<Readonly<Record<Type, z.ZodMiniType<object>>>>,
  ) =>
  (id: string, command: Type, place: string, zh: string, en: string): CommandOperation => ({
    id,
    method: 'POST',
    path: `${under}${place}`,
    zh,
    en,
    aggregate,
    command,
    body: lazily(async () => (await schemas())[command]),
  });

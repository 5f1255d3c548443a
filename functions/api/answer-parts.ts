import * as z from 'zod/mini';
import { AUDIENCES } from '../../domain/kernel/audience.ts';

/** What the shapes of several answers are made of. */
export const instant = z.iso.datetime();
export const day = z.iso.date();

/** One of the keys of a table. */
export const keysOf = <Table extends object>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]]);

/** Where a due day comes from. */
export const reckoning = z
  .looseObject({ rule: z.string(), from: day, days: z.int() })
  .check(z.describe('The rule, what it was reckoned from, and the days that did not count.'));

export const audience = z.enum(AUDIENCES);

/** By which an organisation is told of in passing. */
export const organisationName = { id: z.string(), name: z.string(), shortName: z.string() };

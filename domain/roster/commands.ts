import * as z from 'zod/mini';
import { COLUMN_NAMES, type ColumnName } from './columns.ts';

/** Longer than any cell that is taken; what is too long for its column is told with its row. */
const cell = z.optional(z.string().check(z.maxLength(300)));

const row = z.strictObject(
  Object.fromEntries(COLUMN_NAMES.map((column) => [column, cell])) as Record<ColumnName, typeof cell>,
);

/** A whole roster, its cells as they are written. */
export const importRoster = z.strictObject({
  rows: z.array(row).check(z.minLength(1), z.maxLength(1_000)),
  /** True to be told what it would change, and to change nothing. */
  check: z.optional(z.boolean()),
});

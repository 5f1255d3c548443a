import { changesBetween } from './diff.ts';
import type { CatalogueRow } from './row.ts';
import { BUILT_IN_TEMPLATES } from './templates.ts';

/** A row as the record keeps it: by its id alone where a built-in template has the very same row. */
export type PackedRow = string | CatalogueRow;

export const packRows = (rows: readonly CatalogueRow[]): readonly PackedRow[] =>
  rows.map((row) => {
    const known = builtIn(row.id);
    return known && changesBetween(known, row).length === 0 ? row.id : row;
  });

/** @throws Error for an id that no built-in template has: built-in versions never change, so it cannot be guessed */
export const unpackRows = (packed: readonly PackedRow[]): readonly CatalogueRow[] =>
  packed.map((row) => {
    if (typeof row !== 'string') return row;
    const known = builtIn(row);
    if (!known) throw new Error(`no built-in row ${row}`);
    return known;
  });

let index: ReadonlyMap<string, CatalogueRow> | undefined;

/** Made when it is first needed: most functions never look at a published template. */
function builtIn(id: string): CatalogueRow | undefined {
  index ??= new Map(BUILT_IN_TEMPLATES.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
  return index.get(id);
}

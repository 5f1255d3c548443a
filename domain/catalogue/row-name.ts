import type { CatalogueRow } from './row.ts';

/** The most specific name of the row: what a person would call it. */
export const nameOf = (row: Pick<CatalogueRow, 'level1' | 'level2' | 'level3'>): string =>
  row.level3 ?? row.level2 ?? row.level1;

import type { CatalogueRow } from '../../domain/catalogue/row.ts';
import { cellsOf, TABLE_COLUMNS, type TableColumn } from '../../domain/catalogue/template/table.ts';
import type { Table } from './table.ts';

const WIDTHS: Readonly<Record<TableColumn, number>> = {
  id: 10,
  no: 8,
  level1: 26,
  level2: 36,
  level3: 36,
  forms: 28,
  openEnded: 12,
  audience: 10,
  timing: 10,
  mandated: 10,
  priority: 10,
  tags: 30,
};

/** A catalogue as a table. What is edited in it can be taken in again as a version of a template. */
export const catalogueTable = (rows: readonly CatalogueRow[], name: string): Table => ({
  name,
  columns: Object.entries(TABLE_COLUMNS).map(([column, title]) => ({
    name: title,
    width: WIDTHS[column as TableColumn],
  })),
  rows: rows.map(cellsOf),
});

import type { Cell, Table } from './table.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The table as a workbook of one sheet, its heading row fixed. Text is written as text, so nothing in it can become a
 * formula.
 */
export async function xlsxOf({ name, columns, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when it is first asked for: no cold start that serves a page should wait for it.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const heading = columns.map((column) => ({
    value: column.name,
    type: String,
    fontWeight: 'bold' as const,
  }));
  const buffer = await writeXlsxFile([heading, ...rows.map((cells) => cells.map(cellOf))], {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(buffer);
}

function cellOf(cell: Cell) {
  if (cell === undefined) return null;
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String };
}

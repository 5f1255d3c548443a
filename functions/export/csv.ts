import { type Cell, plainText, type Table } from './table.ts';

/** Without it Excel takes UTF-8 for the local code page, and Chinese turns into noise. */
const BOM = '\uFEFF';

/** The table as CSV after RFC 4180, in UTF-8 with a mark for Excel. */
export function csvOf({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const lines = [columns.map(({ name }) => name), ...rows];
  return BOM + lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

function field(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell);
  const text = plainText(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { csvCells } from '../export/csv-cells.ts';
import { textOf } from '../export/roster-file.ts';
import type { SiteContext } from './services.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Cells of the table that a form sent: as a workbook or CSV in `file`, or pasted into `table`. */
export async function tableSent(c: SiteContext): Promise<readonly (readonly string[])[]> {
  const body = await c.req.parseBody();
  const { file, table } = body;
  if (!(file instanceof File) || file.size === 0) return csvCells(typeof table === 'string' ? table : '');
  const bytes = await file.bytes();
  if (!ZIP.every((byte, place) => bytes[place] === byte)) return csvCells(textOf(bytes));
  // Few requests bring a workbook.
  return (await import('../export/xlsx-cells.ts')).xlsxCells(bytes);
}

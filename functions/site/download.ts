import { csvOf } from '../export/csv.ts';
import { XLSX, xlsxOf } from '../export/sheets.ts';
import type { Table } from '../export/table.ts';
import type { SiteContext } from './services.ts';

/** The table as a file to keep. @param name without its ending */
export async function download(
  c: SiteContext,
  table: Table,
  name: string,
  kind: 'xlsx' | 'csv',
): Promise<Response> {
  c.header('Content-Disposition', `attachment; filename="${name}.${kind}"`);
  if (kind === 'csv') return c.body(csvOf(table), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  return c.body(await xlsxOf(table), 200, { 'Content-Type': XLSX });
}

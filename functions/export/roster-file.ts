import type { RosterRow } from '../../domain/roster/columns.ts';
import { csvCells } from './csv-cells.ts';
import { refuseFile } from './roster-file-refusals.ts';
import { rosterRows } from './roster-table.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** The rows of a roster that came as a workbook or as CSV. @throws Refusal about a file that is no roster */
export async function rosterInFile(bytes: Uint8Array): Promise<readonly RosterRow[]> {
  if (bytes.length === 0) return refuseFile('roster-file-missing');
  if (!ZIP.every((byte, place) => bytes[place] === byte)) return rosterInText(textOf(bytes));
  // Few requests bring a workbook.
  const { xlsxCells } = await import('./xlsx-cells.ts');
  return rosterRows(xlsxCells(bytes));
}

/** The rows of a roster as CSV, or as copied from a spreadsheet. @throws Refusal about what is no roster */
export const rosterInText = (text: string): readonly RosterRow[] =>
  text.trim() === '' ? refuseFile('roster-file-missing') : rosterRows(csvCells(text));

/** Spreadsheet programs in China still write GB 18030 when they are asked for plain CSV. */
export function textOf(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Then it is in the other one.
    }
  }
  return refuseFile('roster-file-unreadable');
}

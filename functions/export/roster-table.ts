import { COLUMN_NAMES, COLUMNS, type ColumnName, type RosterRow } from '../../domain/roster/columns.ts';
import { refuseFile } from './roster-file-refusals.ts';
import type { Table } from './table.ts';

/** The roster as a sheet. {@link rosterRows} reads it again. */
export const rosterTable = (rows: readonly RosterRow[]): Table => ({
  name: '花名册',
  columns: COLUMN_NAMES.map((column) => COLUMNS[column]).map(({ name, width }) => ({ name, width })),
  rows: rows.map((row) => COLUMN_NAMES.map((column) => row[column])),
});

/**
 * Rows of a roster from the cells of a sheet, whose first line names the columns, in any order. Columns that may be
 * empty everywhere may be missing. What is empty is absent.
 * @throws Refusal when the first line is not that of a roster
 */
export function rosterRows(cells: readonly (readonly string[])[]): readonly RosterRow[] {
  const [heading = [], ...lines] = cells;
  const columns = heading.map((name) => columnNamed(name.trim()));
  const strange = heading.find((name, place) => name.trim() !== '' && columns[place] === undefined);
  if (strange !== undefined) refuseFile('roster-column-unknown', { column: strange.slice(0, 30) });
  const twice = columns.find((column, place) => column && columns.indexOf(column) !== place);
  if (twice) refuseFile('roster-column-repeated', { column: COLUMNS[twice].name });
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing) refuseFile('roster-column-missing', { column: COLUMNS[missing].name });
  return lines.map((line) =>
    Object.fromEntries(
      line.flatMap((text, place) => {
        const column = columns[place];
        return column && text.trim() !== '' ? [[column, text.trim()]] : [];
      }),
    ),
  );
}

const NEEDED: readonly ColumnName[] = [
  'unit',
  'unitName',
  'shortName',
  'kind',
  'person',
  'name',
  'partyMember',
  'staff',
];

const columnNamed = (name: string): ColumnName | undefined =>
  COLUMN_NAMES.find((column) => COLUMNS[column].name === name);

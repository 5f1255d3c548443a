import { hasControlCharacters } from '../control-characters.ts';
import { ID_PATTERN } from '../kernel/scope.ts';
import { addDays, type Day, isDay } from '../kernel/time.ts';
import { holdsPrivateNumber } from '../profile/public-words.ts';
import { type ColumnName, meaningOf, type RosterRow, wordList } from './columns.ts';
import { type CellErrorCode, cellError, type RosterError } from './errors.ts';

const EMAIL = /^[^\s@"<>()[\],;:\\]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

/** Reads the cells of one row and keeps what was wrong with them. */
export class Cells {
  readonly row: number;
  readonly errors: RosterError[] = [];
  readonly #texts: RosterRow;

  constructor(row: number, texts: RosterRow) {
    this.row = row;
    this.#texts = texts;
    for (const [column, text = ''] of Object.entries(texts)) this.#lookAt(column as ColumnName, text.trim());
  }

  #lookAt(column: ColumnName, text: string): void {
    if (/[\n\t]/.test(text) || hasControlCharacters(text)) this.wrong(column, 'cell-control-characters');
    // An address at a provider of mobile telephones begins with a number that everybody gives away.
    if (column !== 'email' && holdsPrivateNumber(text)) this.wrong(column, 'cell-private-number');
  }

  wrong(
    column: ColumnName,
    code: CellErrorCode,
    details: Readonly<Record<string, string | number>> = {},
  ): void {
    this.errors.push(cellError(this.row, column, code, details));
  }

  has(column: ColumnName): boolean {
    return this.text(column) !== '';
  }

  text(column: ColumnName): string {
    return (this.#texts[column] ?? '').normalize('NFC').trim();
  }

  /** A text of `least` to `most` characters. */
  line(column: ColumnName, most: number, least = 1): string {
    const text = this.text(column);
    if (text.length < least) this.wrong(column, 'cell-missing');
    if (text.length > most) this.wrong(column, 'cell-too-long', { most });
    return text;
  }

  id(column: ColumnName): string {
    const text = this.line(column, 100);
    if (text !== '' && !ID_PATTERN.test(text)) this.wrong(column, 'cell-id-malformed');
    return text;
  }

  /** One of the words of the column, as what it stands for. */
  word<Meaning extends string>(column: ColumnName): Meaning {
    const text = this.text(column);
    const meaning = meaningOf(column, text);
    if (meaning === undefined) {
      if (text === '') this.wrong(column, 'cell-missing');
      else this.wrong(column, 'cell-word-unknown', { words: wordList(column) });
    }
    return meaning as Meaning;
  }

  day(column: ColumnName): Day {
    const day = dayIn(this.text(column));
    if (day === undefined) this.wrong(column, 'cell-day-malformed');
    return day ?? '';
  }

  email(): string | undefined {
    const text = this.text('email');
    if (text === '') return undefined;
    if (text.length > 254 || !EMAIL.test(text)) this.wrong('email', 'cell-email-malformed');
    return text;
  }
}

/** The day before the first of Excel's, which counts a 29 February 1900 that never was. */
const EXCEL_EPOCH = '1899-12-30';

/** `2026-09-01`, `2026/9/1`, `2026年9月1日`, or the number under which Excel keeps a day. */
function dayIn(text: string): Day | undefined {
  if (/^[3-9]\d{4}$/.test(text)) return addDays(EXCEL_EPOCH, Number(text));
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

interface Cell {
  readonly text: string;
  readonly start: number;
}

const TOTAL = /^\**(合计|总计|共计|总额)\**$/;
const SUBTOTAL = /^\**小计\**$/;
const DIVIDER = /^:?-+:?$/;

/**
 * Totals in the Markdown tables of a text that are not the sum of the rows above them. A column is added up when it
 * holds plain numbers of one unit; whatever cannot be added, such as percentages, is left alone.
 */
export function wrongTotals(
  text: string,
): readonly { readonly kind: 'wrong-total'; readonly start: number; readonly end: number }[] {
  return tablesIn(text).flatMap((rows) => {
    const at = rows.findIndex(isTotal);
    if (at < 1) return [];
    const lines = rows.slice(0, at).filter((row) => !SUBTOTAL.test(row[0]?.text ?? ''));
    return (rows[at] ?? []).flatMap((cell, column) =>
      isOff(
        cell.text,
        lines.map((row) => row[column]?.text ?? ''),
      )
        ? [{ kind: 'wrong-total' as const, start: cell.start, end: cell.start + cell.text.length }]
        : [],
    );
  });
}

const isTotal = ([first]: readonly Cell[]): boolean => TOTAL.test(first?.text ?? '');

function isOff(total: string, lines: readonly string[]): boolean {
  const said = amountOf(total);
  const given = lines.filter((line) => !/^[-—–/]?$/.test(line)).map(amountOf);
  if (!said || given.length === 0 || given.includes(undefined)) return false;
  // The unit may stand in the head of the column, or at the total alone.
  const units = new Set(given.map((each) => each?.unit));
  if (units.size > 1 || !(said.unit === '' || units.has('') || units.has(said.unit))) return false;
  return given.reduce((sum, each) => sum + (each?.parts ?? 0), 0) !== said.parts;
}

/** In ten-thousandths, so that sums are exact; undefined for what is no plain number. */
function amountOf(text: string): { readonly parts: number; readonly unit: string } | undefined {
  const found = /^\**[¥￥]?\s*(-?[\d,，]*\d)(?:\.(\d{1,4}))?\s*([\p{Script=Han}]{0,3})\**$/u.exec(text);
  if (!found) return undefined;
  const [, whole = '', fraction = '', unit = ''] = found;
  const digits = whole.replace(/[,，]/g, '') + fraction.padEnd(4, '0');
  return { parts: Number(digits), unit };
}

/** The rows below the divider of each table. */
function tablesIn(text: string): readonly (readonly Cell[])[][] {
  const tables: (readonly Cell[])[][] = [];
  let open: (readonly Cell[])[] | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const cells = line.includes('|') ? cellsOf(line, start) : [];
    if (cells.length === 0) open = undefined;
    else if (cells.every((cell) => DIVIDER.test(cell.text))) {
      open = [];
      tables.push(open);
    } else open?.push(cells);
    start += line.length + 1;
  }
  return tables;
}

/** Cells of a row, trimmed, each with its place in the text. */
function cellsOf(line: string, start: number): readonly Cell[] {
  const cells = line.split('|').map((raw, index, all) => {
    const before = all.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
    return { text: raw.trim(), start: start + before + raw.length - raw.trimStart().length };
  });
  const from = cells[0]?.text === '' ? 1 : 0;
  return cells.slice(from, cells.at(-1)?.text === '' ? -1 : undefined);
}

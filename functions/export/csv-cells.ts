/** What `plainText` puts before a text that could start a formula. */
const GUARD = /^'(?=[=+\-@\t\r＝＋－＠])/;

/**
 * The cells of a table as CSV after RFC 4180, or as it is copied from a spreadsheet, which puts tabs between them. Takes
 * the guard against formulas off again.
 */
export function csvCells(csv: string): readonly (readonly string[])[] {
  const text = csv.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const [heading = ''] = text.split('\n', 1);
  const separator = heading.includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = cellAt(text, at, separator);
    row.push(cell.replace(GUARD, ''));
    if (text[end] !== separator) {
      rows.push(row);
      row = [];
    } else if (end === text.length - 1) row.push('');
    at = end + 1;
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** A cell and where it ends: before a separator, a line feed or the end of the text. */
function cellAt(
  text: string,
  from: number,
  separator: string,
): { readonly cell: string; readonly end: number } {
  const next = new RegExp(`[${separator}\n]|$`, 'g');
  const endAfter = (place: number): number => {
    next.lastIndex = place;
    return next.exec(text)?.index ?? text.length;
  };
  if (text[from] !== '"') {
    const end = endAfter(from);
    return { cell: text.slice(from, end), end };
  }
  const quoted = /"((?:[^"]|"")*)"?/y;
  quoted.lastIndex = from;
  const [all = '', inner = ''] = quoted.exec(text) ?? [];
  const end = endAfter(from + all.length);
  // Nothing should stand between a closing quote and the separator; what does is kept, so that somebody sees it.
  return { cell: inner.replaceAll('""', '"') + text.slice(from + all.length, end), end };
}

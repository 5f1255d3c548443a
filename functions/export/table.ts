/** A table for spreadsheets: numbers stay numbers, everything else is text. Absent cells are empty. */
export interface Table {
  /** Name of the sheet; at most 31 characters. */
  readonly name: string;
  /** Widths in characters. */
  readonly columns: readonly { readonly name: string /** In characters. */; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | undefined;

const FORMULA_STARTS = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Text that no spreadsheet takes for a formula: OWASP's guard against CSV injection, an apostrophe before what could
 * start one. Some programs take the full-width signs of Chinese keyboards for the others.
 */
export const plainText = (text: string): string => (FORMULA_STARTS.test(text) ? `'${text}` : text);

/** A text that is read unit by unit; a string is one. Scanners read only this way, so a test can count the reads. */
export interface Characters {
  readonly length: number;
  charCodeAt(index: number): number;
}

const STAR = 0x2a;

/** A mask has at least this many stars (Markdown's strongest emphasis has three). */
const MASK_STARS = 4;

const ZERO = 0x30;
const NINE = 0x39;
/** From a full-width character to its ASCII counterpart. */
const FULL_WIDTH = 0xfee0;

const narrow = (code: number): number => (code >= 0xff01 && code <= 0xff5e ? code - FULL_WIDTH : code);

/** `0` to `9` for a digit, half or full width; undefined for anything else. */
export function digitAt(text: Characters, index: number): string | undefined {
  const code = narrow(text.charCodeAt(index));
  return code >= ZERO && code <= NINE ? String.fromCharCode(code) : undefined;
}

/** True for the check character X of a resident ID, either case, half or full width. */
export function isCheckX(text: Characters, index: number): boolean {
  const code = narrow(text.charCodeAt(index));
  return code === 0x58 || code === 0x78;
}

/**
 * Spaces, hyphens and dashes of all widths, closing brackets of an area code, characters of no width, and the marks
 * of Markdown, which a reader does not see.
 */
const SEPARATORS = new Set(
  ' \t\u00a0\u2002\u2003\u2009\u3000-‐‑‒–—－)）\u200b\u200c\u200d\u2060\ufeff*_~`\\',
);

export const isSeparator = (text: Characters, index: number): boolean =>
  SEPARATORS.has(String.fromCharCode(text.charCodeAt(index)));

/** True for a Han character of the basic block: all that names of places are written with, but for rare ones. */
export function isHan(text: Characters, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x4e00 && code <= 0x9fff;
}

/** True when `word` ends right before `end`. */
export function endsWith(text: Characters, end: number, word: string): boolean {
  const start = end - word.length;
  return start >= 0 && startsWith(text, start, word);
}

/** True when `word` begins at `start`. */
export function startsWith(text: Characters, start: number, word: string): boolean {
  if (start + word.length > text.length) return false;
  for (let i = 0; i < word.length; i++) {
    if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false;
  }
  return true;
}

/** True when a mask begins at `from`, read forwards (1) or backwards (-1). */
export function isMask(text: Characters, from: number, step: 1 | -1): boolean {
  for (let k = 0; k < MASK_STARS; k++) {
    const index = from + k * step;
    if (index < 0 || index >= text.length || text.charCodeAt(index) !== STAR) return false;
  }
  return true;
}

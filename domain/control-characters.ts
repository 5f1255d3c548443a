/**
 * Control characters other than line feed and tab, marks that reorder the line (a reviewer must see what a reader
 * sees), line separators that only some programs honour, non-characters, and halves of a surrogate pair.
 */
const FORBIDDEN = /[^\P{Cc}\n\t]|\p{Bidi_Control}|[\u2028\u2029]|\p{Noncharacter_Code_Point}|\p{Cs}/u;

const EACH_FORBIDDEN = new RegExp(FORBIDDEN, 'gu');

/** True when the text holds a character that no input may carry. */
export const hasControlCharacters = (text: string): boolean => FORBIDDEN.test(text);

/** The text without those: for what nobody can be asked to type again. */
export const withoutControlCharacters = (text: string): string => text.replace(EACH_FORBIDDEN, '');

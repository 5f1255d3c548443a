/** What a line of running text or a list of notices has room for. */
const LENGTH = 120;

/** Far more than a summary needs; bounds the work on a text that somebody made difficult. */
const LOOKED_AT = 2_000;

/** Stars between letters or digits, and four or more anywhere, mask a number: `138****1234`. */
const NOT_IN_WORD = '(?<![0-9A-Za-z](?=\\*+[0-9A-Za-z]))';
const EMPHASIS = `(?<!\\*)${NOT_IN_WORD}(\\*{1,3})(?=[^\\s*])([^\\n]+?)(?<=[^\\s*])${NOT_IN_WORD}\\1(?!\\*)`;

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:[#>]+|[-*+](?=[ \t]))[ \t]*/gm, ''],
  [/^[ \t|:=-]{3,}$/gm, ''],
  [/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'],
  [new RegExp(EMPHASIS, 'g'), '$2'],
  [/(__|~~|`)(?=\S)([^\n]+?)(?<=\S)\1/g, '$2'],
  [/\|/g, ' '],
];

/**
 * The first words of an item text on one line, its commonest Markdown marks removed, at most 120 characters. Good
 * enough for a line on a screen; a Markdown parser would be a tenth of the bundle.
 */
export function summaryOf(text: string): string {
  const plain = withoutMarks(text.slice(0, LOOKED_AT));
  const characters = [...plain.replace(/\s+/g, ' ').trim()];
  return characters.length <= LENGTH
    ? characters.join('')
    : `${characters
        .slice(0, LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

/** The whole item text without its commonest Markdown marks, its lines kept. */
export const unmarked = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.length > LOOKED_AT ? line : withoutMarks(line).trimEnd()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const withoutMarks = (text: string): string =>
  MARKS.reduce((words, [mark, by]) => words.replace(mark, by), text);

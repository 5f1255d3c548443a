/** What a line of running text or a list of notices has room for. */
const LENGTH = 120;

/** Far more than a summary needs; bounds the work on a text that somebody made difficult. */
const LOOKED_AT = 2_000;

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:[#>]+|[-*+](?=[ \t]))[ \t]*/gm, ''],
  [/^[ \t|:=-]{3,}$/gm, ''],
  [/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1'],
  [/(\*\*|__|~~|\*|`)(?=\S)([^\n]+?)(?<=\S)\1/g, '$2'],
  [/\|/g, ' '],
];

/**
 * The first words of an item text on one line, its commonest Markdown marks removed. Good enough for a line on a
 * screen; a Markdown parser would be a tenth of the bundle.
 */
export function summaryOf(text: string): string {
  const plain = MARKS.reduce((words, [mark, by]) => words.replace(mark, by), text.slice(0, LOOKED_AT));
  const characters = [...plain.replace(/\s+/g, ' ').trim()];
  return characters.length <= LENGTH
    ? characters.join('')
    : `${characters
        .slice(0, LENGTH - 1)
        .join('')
        .trimEnd()}…`;
}

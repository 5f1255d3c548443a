import type { Token, Tokens } from 'marked';
import { tokensOf } from './markdown.tsx';

const ELLIPSIS = '…';

/**
 * The words of an item text on one line, without markup: for summaries, LED lines, radio scripts and the search for
 * personal data behind markup. Images and HTML stay as typed.
 */
export const plainText = (source: string): string =>
  tokensOf(source).map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();

/** The first words of an item text, at most `maxChars` characters with the ellipsis. */
export function summary(source: string, maxChars: number): string {
  const characters = [...plainText(source)];
  if (characters.length <= maxChars) return characters.join('');
  return (
    characters
      .slice(0, Math.max(0, maxChars - 1))
      .join('')
      .trimEnd() + ELLIPSIS
  );
}

function wordsOf(anyToken: Token): string {
  const token = anyToken as Tokens.Generic;
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return '';
    case 'br':
      return ' ';
    case 'checkbox':
      return '';
    case 'code':
    case 'codespan':
    case 'escape':
      return token.text;
    case 'list':
      return (token as Tokens.List).items.map((item) => item.tokens.map(wordsOf).join(' ')).join(' ');
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows].map(wordsOfCells).join('；');
    }
    case 'blockquote':
      return (token.tokens ?? []).map(wordsOf).join(' ');
    case 'image':
    case 'html':
      return token.raw;
    default:
      return token.tokens ? token.tokens.map(wordsOf).join('') : (token.text ?? token.raw);
  }
}

const wordsOfCells = (cells: readonly Tokens.TableCell[]): string =>
  cells.map((cell) => cell.tokens.map(wordsOf).join('')).join('，');

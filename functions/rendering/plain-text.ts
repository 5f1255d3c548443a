import type { Token, Tokens } from 'marked';
import { tokensOf } from './markdown.tsx';

/**
 * The words of an item text, a paragraph a line, without marks: to be read aloud. A row of a table is a sentence that
 * names its columns, since who listens does not see them.
 */
export const plainText = (source: string): string => blocks(tokensOf(source)).join('\n');

const blocks = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => block(token as Tokens.Generic)).filter((line) => line !== '');

function block(token: Tokens.Generic): string[] {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'hr':
      return [];
    case 'list':
      return (token as Tokens.List).items.flatMap((item, index) =>
        listItem(token as Tokens.List, item, index),
      );
    case 'table':
      return tableRows(token as Tokens.Table);
    case 'blockquote':
      return blocks(token.tokens ?? []);
    case 'html':
    case 'code':
      return [token.text.trim()];
    default:
      return inline(token)
        .split('\n')
        .map((line) => line.trim());
  }
}

function listItem({ ordered, start }: Tokens.List, { tokens }: Tokens.ListItem, index: number): string[] {
  const lines = blocks(tokens);
  if (!ordered) return lines;
  const [first = '', ...rest] = lines;
  return [`${(start || 1) + index}．${first}`, ...rest];
}

function tableRows({ header, rows }: Tokens.Table): string[] {
  const names = header.map(({ tokens }) => inlines(tokens));
  return rows.map((row) => {
    const cells = row.map(({ tokens }, column) => {
      const name = names[column] ?? '';
      const words = inlines(tokens);
      return words === '' ? '' : [name, words].filter((part) => part !== '').join('：');
    });
    return `${cells.filter((cell) => cell !== '').join('，')}。`;
  });
}

const inlines = (tokens: readonly Token[] = []): string =>
  tokens.map((token) => inline(token as Tokens.Generic)).join('');

function inline(token: Tokens.Generic): string {
  if (token.type === 'br') return '\n';
  if (token.type === 'checkbox') return '';
  if (token.tokens) return inlines(token.tokens);
  return token.text ?? token.raw;
}

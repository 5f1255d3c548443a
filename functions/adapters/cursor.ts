import { refuser } from '../../domain/kernel/refusal.ts';

const refuse = refuser({
  'cursor-malformed': {
    kind: 'malformed',
    zh: '翻页参数无效，请从第一页重新查看。',
    en: 'The cursor is malformed; start again from the first page.',
  },
});

const LONGEST = 200;

/**
 * Where a page ended: the sort key of its last row, and nothing of the partition. So whoever writes a cursor of their
 * own only turns pages of the same list.
 */
export const encodeCursor = (sort: string): string => Buffer.from(sort).toString('base64url');

/** @throws Refusal `cursor-malformed` for what cannot have come from {@link encodeCursor} */
export function decodeCursor(cursor: string): string {
  const sort = Buffer.from(cursor, 'base64url').toString();
  if (sort === '' || sort.length > LONGEST || encodeCursor(sort) !== cursor)
    refuse('cursor-malformed', { field: 'after' });
  return sort;
}

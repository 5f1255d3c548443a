import { encodeCursor } from '../../adapters/cursor.ts';
import type { ViewRow, Views } from '../../adapters/views.ts';

/** A row of a list, and the line that the reader gets of it, if any. */
export interface Entry<Line> {
  readonly sort: string;
  readonly line: Line | undefined;
}

/** Rows looked at for one page; then it comes out short, with a cursor to go on. */
export const MOST_ROWS = 1_000;

/**
 * The rows of a list under a key of the index, newest first, as they are asked for.
 *
 * @param chunk rows of one query: more than the reader wants, since some are for others
 */
export async function* newestFirst(
  views: Pick<Views, 'listIndex'>,
  key: string,
  after: string | undefined,
  chunk: number,
): AsyncGenerator<ViewRow> {
  let cursor = after;
  do {
    const page = await views.listIndex('board', key, { limit: chunk, after: cursor, newestFirst: true });
    yield* page.rows;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** So many lines as the reader may have, and the cursor of the next page; without one at the end. */
export async function takePage<Line>(
  entries: AsyncIterable<Entry<Line>>,
  limit: number,
): Promise<{ readonly lines: readonly Line[]; readonly next?: string }> {
  const lines: Line[] = [];
  let last = '';
  let looked = 0;
  for await (const { sort, line } of entries) {
    if (looked === MOST_ROWS || (line && lines.length === limit)) return { lines, next: encodeCursor(last) };
    if (line) lines.push(line);
    // Rows after the last line are passed over once more by the next page; it need not know of them.
    if (line || lines.length < limit) last = sort;
    looked += 1;
  }
  return { lines };
}

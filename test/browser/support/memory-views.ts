import { decodeCursor, encodeCursor } from '../../../functions/adapters/cursor.ts';
import type {
  DueEntry,
  ListRequest,
  Page,
  PageRequest,
  ViewRow,
  Views,
} from '../../../functions/adapters/views.ts';

/** The views in memory, for pages that are looked at without a cloud behind them. */
export class MemoryViews implements Views {
  readonly #rows = new Map<string, ViewRow>();

  async put(row: ViewRow, again?: 'again'): Promise<boolean> {
    const key = `${row.pk}\n${row.sk}`;
    const there = this.#rows.get(key)?.version ?? 0;
    if (there > row.version || (there === row.version && !again)) return false;
    this.#rows.set(key, row);
    return true;
  }

  async missing(rows: readonly ViewRow[]): Promise<readonly ViewRow[]> {
    return rows.filter(({ pk, sk }) => !this.#rows.has(`${pk}\n${sk}`));
  }

  async get(pk: string, sk: string): Promise<ViewRow | undefined> {
    return this.#rows.get(`${pk}\n${sk}`);
  }

  async list(pk: string, { prefix = '', ...request }: PageRequest & ListRequest): Promise<Page> {
    const rows = this.#all().filter((row) => row.pk === pk && row.sk.startsWith(prefix));
    return pageOf(rows, (row) => row.sk, request);
  }

  async listIndex(
    index: 'board' | 'desk',
    key: string,
    { prefix = '', ...request }: PageRequest & ListRequest,
  ): Promise<Page> {
    const rows = this.#all().filter((row) => row[index]?.key === key && row[index].sort.startsWith(prefix));
    return pageOf(rows, (row) => row[index]?.sort ?? '', request);
  }

  async *due(shard: string, until: string): AsyncIterable<DueEntry> {
    for (const { due } of this.#all()) {
      if (due?.shard !== shard || due.at > `${until}~`) continue;
      const [at = '', ...stream] = due.at.split('#');
      yield { at, stream: stream.join('#') };
    }
  }

  #all(): ViewRow[] {
    return [...this.#rows.values()];
  }
}

function pageOf(rows: ViewRow[], sortOf: (row: ViewRow) => string, request: PageRequest): Page {
  const { limit, after, newestFirst } = request;
  const sorted = rows.toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
  const ordered = newestFirst ? sorted.toReversed() : sorted;
  const from = after === undefined ? undefined : decodeCursor(after);
  const rest = ordered.filter((row) => {
    if (from === undefined) return true;
    return newestFirst ? sortOf(row) < from : sortOf(row) > from;
  });
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, ...(last && rest.length > limit && { next: encodeCursor(sortOf(last)) }) };
}

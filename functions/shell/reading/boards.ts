import { CATALOGUE_ID, catalogueHistory } from '../../../domain/catalogue/history.ts';
import { findRow } from '../../../domain/catalogue/state.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import { encodeCursor } from '../../adapters/cursor.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { boardKey } from '../view-keys.ts';
import { type BoardFilter, type ItemLine, lineFor } from './lines.ts';
import type { OrganisationName } from './names.ts';

export interface LinePage {
  readonly lines: readonly ItemLine[];
  /** Cursor of the next page; undefined at the end. */
  readonly next?: string;
}

export interface PageOf {
  /** 1 to 100. */
  readonly limit: number;
  readonly after?: string | undefined;
}

/** What an organisation has on show and how lately. */
export interface Showing {
  readonly onShow: number;
  readonly latestAt?: Instant;
}

/** Rows of one query: most of a board may be for other readers (25 of 31 committee rows are 党内). */
const CHUNK = 100;
/** Rows looked at for one page; then it comes out short, with a cursor to go on. */
const MOST_ROWS = 1_000;

/** A row of a board, and the line that the reader gets of it, if any. */
interface Entry {
  readonly sort: string;
  readonly line: ItemLine | undefined;
}

/** The boards as the views have them, each line under the one rule of visibility. */
export class Boards {
  readonly #views: Views;
  readonly #aggregates: Aggregates;

  constructor(views: Views, aggregates: Aggregates) {
    this.#views = views;
    this.#aggregates = aggregates;
  }

  /** Newest release first. */
  async page(
    organisation: OrganisationName,
    reader: Reader,
    { limit, after, ...filter }: PageOf & BoardFilter,
  ): Promise<LinePage> {
    const lines: ItemLine[] = [];
    let last = '';
    let looked = 0;
    for await (const { sort, line } of this.#entries(organisation, reader, after, filter)) {
      if (looked === MOST_ROWS || (line && lines.length === limit))
        return { lines, next: encodeCursor(last) };
      if (line) lines.push(line);
      // Rows after the last line are passed over once more by the next page; it need not know of them.
      if (line || lines.length < limit) last = sort;
      looked += 1;
    }
    return { lines };
  }

  /** What everybody may see of several organisations, newest release first. */
  async publicPage(organisations: readonly OrganisationName[], { limit, after }: PageOf): Promise<LinePage> {
    const boards = await Promise.all(
      organisations.map((organisation) => this.#publicEntries(organisation, limit + 1, after)),
    );
    const found = boards.flat().toSorted((a, b) => (a.sort > b.sort ? -1 : 1));
    const taken = found.slice(0, limit);
    const last = taken.at(-1);
    const lines = taken.flatMap(({ line }) => line ?? []);
    return last && found.length > limit ? { lines, next: encodeCursor(last.sort) } : { lines };
  }

  /** Counts what everybody may see, up to a thousand. */
  async publicShowing(organisation: OrganisationName): Promise<Showing> {
    const found = await this.#publicEntries(organisation, MOST_ROWS);
    const latestAt = found[0]?.line?.releasedAt;
    return { onShow: found.length, ...(latestAt && { latestAt }) };
  }

  async #publicEntries(organisation: OrganisationName, most: number, after?: string): Promise<Entry[]> {
    const found: Entry[] = [];
    let looked = 0;
    for await (const entry of this.#entries(organisation, stranger(organisation.id), after)) {
      if (entry.line) found.push(entry);
      looked += 1;
      if (found.length === most || looked === MOST_ROWS) break;
    }
    return found;
  }

  async *#entries(
    organisation: OrganisationName,
    reader: Reader,
    after: string | undefined,
    filter: BoardFilter = {},
  ): AsyncGenerator<Entry> {
    const rowOf = await this.#catalogueOf(organisation);
    const key = boardKey(organisation.id);
    let cursor = after;
    do {
      const page = await this.#views.listIndex('board', key, {
        limit: CHUNK,
        after: cursor,
        newestFirst: true,
      });
      for (const { board, card: content } of page.rows) {
        const card = content as ItemCard;
        yield { sort: board?.sort ?? '', line: lineFor(reader, card, organisation, rowOf(card.row), filter) };
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }

  async #catalogueOf({ id }: OrganisationName) {
    const stream = new OrgScope(id).stream('CATALOGUE', CATALOGUE_ID);
    const { state } = await this.#aggregates.load(stream, catalogueHistory);
    return (row: string) => findRow(state, row);
  }
}

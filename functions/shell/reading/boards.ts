import { findRow } from '../../../domain/catalogue/state.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { type Reader, stranger } from '../../../domain/visibility.ts';
import { encodeCursor } from '../../adapters/cursor.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { boardKey } from '../view-keys.ts';
import { type BoardFilter, type ItemLine, lineFor } from './lines.ts';
import type { OrganisationName } from './names.ts';
import { type Entry, MOST_ROWS, newestFirst, takePage } from './paging.ts';

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

/** The boards as the views have them, each line under the one rule of visibility. */
export class Boards {
  readonly #views: Views;
  readonly #aggregates: Aggregates;

  constructor(views: Views, aggregates: Aggregates) {
    this.#views = views;
    this.#aggregates = aggregates;
  }

  /** Newest release first. */
  page(
    organisation: OrganisationName,
    reader: Reader,
    { limit, after, ...filter }: PageOf & BoardFilter,
  ): Promise<LinePage> {
    return takePage(this.#entries(organisation, reader, after, filter), limit);
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

  async #publicEntries(
    organisation: OrganisationName,
    most: number,
    after?: string,
  ): Promise<Entry<ItemLine>[]> {
    const found: Entry<ItemLine>[] = [];
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
  ): AsyncGenerator<Entry<ItemLine>> {
    const rowOf = await this.#catalogueOf(organisation);
    const rows = newestFirst(this.#views, boardKey(organisation.id), after, CHUNK);
    for await (const { board, card: content } of rows) {
      const card = content as ItemCard;
      yield { sort: board?.sort ?? '', line: lineFor(reader, card, organisation, rowOf(card.row), filter) };
    }
  }

  async #catalogueOf({ id }: OrganisationName) {
    const { state } = await loadCatalogue(this.#aggregates, new OrgScope(id));
    return (row: string) => findRow(state, row);
  }
}

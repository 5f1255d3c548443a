import { findRow } from '../../../domain/catalogue/state.ts';
import { type Showing, showingOf, standingBefore, type Viewpoint } from '../../../domain/display/notice.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Aggregates } from '../aggregates.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import type { Readings } from '../readings.ts';

/** An item that everybody before one screen may see, with its text. */
export interface OnShow extends Showing {
  readonly id: string;
  readonly important: boolean;
}

interface Sources {
  readonly readings: Pick<Readings, 'board'>;
  readonly aggregates: Aggregates;
}

/**
 * What is up for an audience, newest first, at most `most`. The views only say where to look: each item is shown as its
 * own record has it at this moment, so what was withdrawn is gone before any view has heard of it. Costs one query and
 * one look at the record while nothing moves.
 */
export async function onShow(
  { readings, aggregates }: Sources,
  organisation: { readonly id: string; readonly name: string },
  viewpoint: Viewpoint,
  { now, most }: { readonly now: Instant; readonly most: number },
): Promise<readonly OnShow[]> {
  const scope = new OrgScope(organisation.id);
  const reader = standingBefore(viewpoint.audience, organisation.id);
  const { state: rows } = await loadCatalogue(aggregates, scope);
  const found: OnShow[] = [];
  let after: string | undefined;
  do {
    const page = await readings.board(scope, reader, { limit: most, after });
    found.push(...(await Promise.all(page.lines.map(({ id }) => showing(id)))).flat());
    after = page.next;
  } while (after !== undefined && found.length < most);
  return found.slice(0, most);

  async function showing(id: string): Promise<readonly OnShow[]> {
    const { state: item, version: revision } = await aggregates.load(scope.stream('ITEM', id), itemHistory);
    if (!item) return [];
    const source = {
      id,
      item,
      revision,
      organisation,
      rowOf: (row: string) => findRow(rows, row),
      // Nobody answers for a wall.
      isMember: () => false,
    };
    const shown = showingOf(source, viewpoint);
    if (!shown || (shown.showUntil !== undefined && shown.showUntil <= now)) return [];
    const important = item.versions.some(
      ({ number, content }) => number === shown.version && content.important,
    );
    return [{ id, important, ...shown }];
  }
}

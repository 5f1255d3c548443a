import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import { newsCardOf } from '../../domain/news/card.ts';
import { newsDecider } from '../../domain/news/news.ts';
import { firstShownAt, type NewsState } from '../../domain/news/state.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { newsKey } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const newsProjection = ({ tenancy }: Around): Projection<NewsState> => ({
  decider: newsDecider,
  rows: async (parts, loaded, stream) => [await newsRow(tenancy, parts, loaded, stream)],
});

/** One row in one list for everybody: whoever reads it finds by the card what they may see. */
async function newsRow(
  tenancy: Tenancy,
  parts: StreamParts,
  { state, version }: Loaded<NewsState>,
  stream: StreamName,
): Promise<ViewRow> {
  if (!state) throw new Error(`no news in ${stream}`);
  const { organisation, id } = parts;
  // As with items: the superior may have to decide in the place of a school where nobody else is left.
  const superior = (await tenancy.find(new OrgScope(organisation)))?.superior;
  const card = newsCardOf(state, parts);
  const listedAt = firstShownAt(state) ?? card.writtenAt;
  return {
    ...keyOf(parts),
    version,
    card,
    board: { key: newsKey(organisation), sort: `${listedAt}#${id}` },
    ...(card.waits.length > 0 && onDesk(superior ?? organisation, parts, card.writtenAt)),
  };
}

import { cardOf } from '../../domain/item/card.ts';
import { itemDecider } from '../../domain/item/item.ts';
import type { ItemState } from '../../domain/item/state.ts';
import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { boardKey } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const itemProjection = ({ tenancy }: Around): Projection<ItemState> => ({
  decider: itemDecider,
  rows: async (parts, loaded, stream) => [await itemRow(tenancy, parts, loaded, stream)],
});

async function itemRow(
  tenancy: Tenancy,
  parts: StreamParts,
  { state, version }: Loaded<ItemState>,
  stream: StreamName,
): Promise<ViewRow> {
  const [first] = state?.versions ?? [];
  if (!state || !first) throw new Error(`no item in ${stream}`);
  const { organisation, id } = parts;
  // When the organisation is moved, this row is written again; nothing else of it may go into a row.
  const superior = (await tenancy.find(new OrgScope(organisation)))?.superior;
  const card = cardOf(state, { id, organisation });
  return {
    ...keyOf(parts),
    version,
    card,
    ...(card.onShow && { board: { key: boardKey(organisation), sort: `${card.releasedAt}#${id}` } }),
    ...(card.waits.length > 0 && onDesk(superior ?? organisation, parts, first.proposedAt)),
    ...waiting(itemDecider, state, stream),
  };
}

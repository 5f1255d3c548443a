import { catalogue } from '../../domain/catalogue/catalogue.ts';
import type { CatalogueState } from '../../domain/catalogue/state.ts';
import { catalogueCardOf } from '../../domain/catalogue/waiting.ts';
import { OrgScope, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waitingChangesKey } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

/** A catalogue is read from the record. A row tells the superior where something waits; most never have one. */
export const catalogueProjection = (around: Around): Projection<CatalogueState> => ({
  decider: catalogue,
  rows: async (parts, loaded) => (loaded.state.asked > 0 ? [await waitingRow(around, parts, loaded)] : []),
});

async function waitingRow(
  { tenancy }: Around,
  parts: StreamParts,
  { state, version }: Loaded<CatalogueState>,
): Promise<ViewRow> {
  const { organisation } = parts;
  const superior = (await tenancy.find(new OrgScope(organisation)))?.superior;
  const card = catalogueCardOf(state, organisation);
  const [wait] = card.waits;
  return {
    ...keyOf(parts),
    version,
    card,
    ...(wait &&
      superior !== undefined && {
        board: { key: waitingChangesKey(superior), sort: organisation },
        ...onDesk(superior, parts, wait.since),
      }),
  };
}

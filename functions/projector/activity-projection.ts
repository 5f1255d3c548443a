import { activityDecider } from '../../domain/activity/activity.ts';
import { activityCardOf } from '../../domain/activity/card.ts';
import type { ActivityState } from '../../domain/activity/state.ts';
import { OrgScope, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { activitiesKey, activitySort } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const activityProjection = ({ tenancy }: Around): Projection<ActivityState> => ({
  decider: activityDecider,
  rows: async (parts, loaded) => [await activityRow(tenancy, parts, loaded)],
});

/** With those of its organisation, and with what everybody under its superior has held. */
async function activityRow(
  tenancy: Tenancy,
  parts: StreamParts,
  { state, version }: Loaded<ActivityState>,
): Promise<ViewRow> {
  const { organisation, id } = parts;
  if (!state) throw new Error(`no activity ${id}`);
  const superior = (await tenancy.find(new OrgScope(organisation)))?.superior ?? organisation;
  const card = activityCardOf(state, parts);
  return {
    ...keyOf(parts),
    version,
    card,
    board: { key: activitiesKey(superior), sort: activitySort(state.heldOn, organisation, id) },
    ...(card.waits.length > 0 && onDesk(organisation, parts, state.recordedAt)),
  };
}

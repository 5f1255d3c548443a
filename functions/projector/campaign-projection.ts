import { campaignDecider } from '../../domain/campaign/campaign.ts';
import { campaignCardOf } from '../../domain/campaign/card.ts';
import type { CampaignState } from '../../domain/campaign/state.ts';
import type { StreamName, StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import type { Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const campaignProjection: Projection<CampaignState> = {
  decider: campaignDecider,
  rows: (parts, loaded, stream) => [campaignRow(parts, loaded, stream)],
};

/** With those of whoever planned it, and on their desk while something is to be done about it. */
function campaignRow(
  parts: StreamParts,
  { state, version }: Loaded<CampaignState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no campaign in ${stream}`);
  const card = campaignCardOf(state, parts);
  return {
    ...keyOf(parts),
    version,
    card,
    ...(card.waits.length > 0 && onDesk(parts.organisation, parts, state.plannedAt)),
    ...waiting(campaignDecider, state, stream),
  };
}

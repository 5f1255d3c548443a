import { decisionCardOf } from '../../domain/decision/card.ts';
import { decisionDecider } from '../../domain/decision/decision.ts';
import type { DecisionState } from '../../domain/decision/state.ts';
import type { StreamName, StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import type { Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const decisionProjection: Projection<DecisionState> = {
  decider: decisionDecider,
  rows: (parts, loaded, stream) => [decisionRow(parts, loaded, stream)],
};

/** Among those of its organisation, and on its desk until the last action has been carried out. */
function decisionRow(
  parts: StreamParts,
  { state, version }: Loaded<DecisionState>,
  stream: StreamName,
): ViewRow {
  if (!state) throw new Error(`no decision in ${stream}`);
  const card = decisionCardOf(state, parts);
  return {
    ...keyOf(parts),
    version,
    card,
    ...(card.waits.length > 0 && onDesk(parts.organisation, parts, state.proposed.at)),
    ...waiting(decisionDecider, state, stream),
  };
}

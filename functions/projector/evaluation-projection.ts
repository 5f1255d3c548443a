import { assessmentCardOf, disputeCardOf } from '../../domain/evaluation/asked.ts';
import { assessmentDecider } from '../../domain/evaluation/assessment/assessment.ts';
import type { AssessmentState } from '../../domain/evaluation/assessment/state.ts';
import type { EvaluationCard } from '../../domain/evaluation/card.ts';
import { roundDecider } from '../../domain/evaluation/round/round.ts';
import type { RoundState } from '../../domain/evaluation/round/state.ts';
import { signalDecider } from '../../domain/evaluation/signal/signal.ts';
import type { DisputeState } from '../../domain/evaluation/signal/state.ts';
import { OrgScope, type StreamParts } from '../../domain/kernel/scope.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { assessmentSort, assessmentsKey, disputeSort, disputesKey } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const roundProjection: Projection<RoundState> = {
  decider: roundDecider,
  rows: (parts, { state, version }) => [{ ...keyOf(parts), version, card: { ...state } }],
};

/** With those of the unit, and of the superior who appraised it; waiting with the one it stands under now. */
export const assessmentProjection = ({ tenancy }: Around): Projection<AssessmentState> => ({
  decider: assessmentDecider,
  rows: async (parts, { state, version }, stream) => {
    if (!state) throw new Error(`no assessment in ${stream}`);
    const { organisation } = parts;
    const board = { key: assessmentsKey(state.to), sort: assessmentSort(state.year, organisation) };
    const card = assessmentCardOf(state, organisation);
    return [{ ...keyOf(parts), version, card, board, ...(await deskOf(tenancy, card, parts)) }];
  },
});

/** With those of the unit, and of the superior who was asked; waiting with the one it stands under now. */
export const signalProjection = ({ tenancy }: Around): Projection<DisputeState> => ({
  decider: signalDecider,
  rows: async (parts, { state, version }, stream) => {
    if (!state) throw new Error(`no dispute in ${stream}`);
    const { organisation } = parts;
    const sort = disputeSort(state.period, organisation, state.signal);
    const board = { key: disputesKey(state.to), sort };
    const card = disputeCardOf(state, organisation);
    return [{ ...keyOf(parts), version, card, board, ...(await deskOf(tenancy, card, parts)) }];
  },
});

/** On the superior's desk while it is asked for an answer. */
async function deskOf(tenancy: Tenancy, { waits: [wait] }: EvaluationCard, parts: StreamParts) {
  if (!wait) return {};
  const { organisation } = parts;
  const superior = (await tenancy.find(new OrgScope(organisation)))?.superior;
  return onDesk(superior ?? organisation, parts, wait.since);
}

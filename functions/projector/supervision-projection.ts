import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import {
  caseCardOf,
  followUpCardOf,
  type SupervisionCard,
  visitCardOf,
} from '../../domain/supervision/card.ts';
import { caseDecider } from '../../domain/supervision/case/case.ts';
import type { CaseState } from '../../domain/supervision/case/state.ts';
import { exampleDecider } from '../../domain/supervision/example/example.ts';
import type { ExampleState } from '../../domain/supervision/example/state.ts';
import { followUpDecider } from '../../domain/supervision/followup/followup.ts';
import type { FollowUpState } from '../../domain/supervision/followup/state.ts';
import type { VisitState } from '../../domain/supervision/visit/state.ts';
import { visitDecider } from '../../domain/supervision/visit/visit.ts';
import type { ViewRow } from '../adapters/views.ts';
import { waiting } from '../shell/due.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { supervisedKey, supervisedSort } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';
import { keyOf, onDesk } from './row-parts.ts';

export const visitProjection = ({ tenancy }: Around): Projection<VisitState> => ({
  decider: visitDecider,
  rows: async (parts, { state, version }, stream) => {
    if (!state) throw new Error(`no visit in ${stream}`);
    const row = await rowOf(tenancy, parts, visitCardOf(state, parts), state.plannedAt);
    return [{ ...row, version, ...waiting(visitDecider, state, stream) }];
  },
});

export const followUpProjection = ({ tenancy }: Around): Projection<FollowUpState> => ({
  decider: followUpDecider,
  rows: async (parts, { state, version }, stream) => {
    if (!state) throw new Error(`nothing to follow up in ${stream}`);
    const row = await rowOf(tenancy, parts, followUpCardOf(state, parts), state.issued.at);
    return [{ ...row, version, ...waiting(followUpDecider, state, stream) }];
  },
});

export const caseProjection = ({ tenancy }: Around): Projection<CaseState> => ({
  decider: caseDecider,
  rows: async (parts, { state, version }, stream) => {
    if (!state) throw new Error(`no case in ${stream}`);
    const row = await rowOf(tenancy, parts, caseCardOf(state, parts), state.opened.at);
    return [{ ...row, version, ...waiting(caseDecider, state, stream) }];
  },
});

export const exampleProjection: Projection<ExampleState> = {
  decider: exampleDecider,
  rows: (parts, { state, version }, stream: StreamName): readonly ViewRow[] => {
    if (!state) throw new Error(`no example in ${stream}`);
    return [{ ...keyOf(parts), version, card: { id: parts.id, ...state } }];
  },
};

/** With those of its kind, counted by the superior, and while it waits on the desk above, where all look for it. */
async function rowOf(
  tenancy: Tenancy,
  parts: StreamParts,
  card: SupervisionCard,
  began: Instant,
): Promise<Omit<ViewRow, 'version'>> {
  const { organisation, id } = parts;
  const superior = (await tenancy.find(new OrgScope(organisation)))?.superior;
  const kind = parts.kind as 'VISIT' | 'FOLLOWUP' | 'CASE';
  return {
    ...keyOf(parts),
    card,
    ...(superior !== undefined && {
      board: { key: supervisedKey(superior, kind), sort: supervisedSort(began, organisation, id) },
    }),
    ...(card.waits.length > 0 && onDesk(superior ?? organisation, parts, began)),
  };
}

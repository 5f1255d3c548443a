import type { DomainEvent, EventContext, History } from '../../kernel/decider.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Means, Source, VisitStage } from '../vocabulary.ts';
import type { VisitCommandOf } from './commands.ts';

type Planned = Omit<VisitCommandOf<'PlanVisit'>['data'], 'visitors' | 'source'> & {
  readonly visitors: readonly string[];
  readonly source: Source;
};

export type VisitEvent =
  | DomainEvent<'VisitPlanned', Planned>
  | DomainEvent<'VisitCancelled', VisitCommandOf<'CancelVisit'>['data']>
  | DomainEvent<'VisitHeld', VisitCommandOf<'HoldVisit'>['data']>
  | DomainEvent<'FindingAdded', VisitCommandOf<'AddFinding'>['data']>
  | DomainEvent<'VisitOverdue', { readonly on: Day }>;

export type Finding = VisitCommandOf<'AddFinding'>['data'] & { readonly at: Instant; readonly by: string };

/** 督查: somebody of the superior goes to look, or an office looks at itself. */
export interface Visit {
  readonly means: Means;
  readonly source: Source;
  readonly on: Day;
  readonly purpose: string;
  readonly visitors: readonly string[];
  readonly plannedAt: Instant;
  readonly stage: VisitStage;
  /** The day has passed and nobody has recorded anything. */
  readonly overdue: boolean;
  readonly held?: { readonly on: Day; readonly summary: string; readonly by: string; readonly at: Instant };
  readonly cancelled?: { readonly reason: string; readonly at: Instant };
  readonly findings: readonly Finding[];
}
export type VisitState = Visit | undefined;

export const visitHistory: History<VisitEvent, VisitState> = { initial: undefined, evolve };

function evolve(state: VisitState, event: VisitEvent, { at, by: actor }: EventContext): VisitState {
  if (event.type === 'VisitPlanned')
    return { ...event.data, plannedAt: at, stage: 'planned', overdue: false, findings: [] };
  if (!state) return state;
  const by = actor.kind === 'person' ? actor.person : actor.name;
  switch (event.type) {
    case 'VisitCancelled':
      return { ...state, stage: 'cancelled', overdue: false, cancelled: { ...event.data, at } };
    case 'VisitHeld':
      return { ...state, stage: 'held', overdue: false, held: { ...event.data, by, at } };
    case 'FindingAdded':
      return { ...state, findings: [...state.findings, { ...event.data, by, at }] };
    case 'VisitOverdue':
      return { ...state, overdue: true };
  }
}

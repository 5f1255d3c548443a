import type { PeriodName } from '../../duty/period.ts';
import type { DomainEvent, EventContext, History } from '../../kernel/decider.ts';
import type { OrganisationId } from '../../kernel/scope.ts';
import type { Instant } from '../../kernel/time.ts';
import type { SignalId } from '../signals.ts';

/** What the superior makes of a dispute. */
export const SIGNAL_OUTCOMES = { explained: '情况合理，予以说明', confirmed: '问题属实，限期改进' } as const;
export type SignalOutcome = keyof typeof SIGNAL_OUTCOMES;

export type SignalEvent =
  | DomainEvent<
      'SignalDisputed',
      {
        period: PeriodName;
        signal: SignalId;
        to: OrganisationId;
        /** What the signal said then: it may be gone when it is looked at again. */
        said: string;
        reason: string;
      }
    >
  | DomainEvent<'SignalAnswered', { outcome: SignalOutcome; text: string }>;

interface Said {
  readonly by: string;
  readonly at: Instant;
}

/** What a unit and its superior say of a signal. The signal itself is computed whenever it is read. */
export interface Dispute extends Said {
  readonly period: PeriodName;
  readonly signal: SignalId;
  readonly to: OrganisationId;
  readonly said: string;
  readonly reason: string;
  readonly answer?: Said & { readonly outcome: SignalOutcome; readonly text: string };
}
export type DisputeState = Dispute | undefined;

/** `2026q3-burst`. */
export const disputeId = (period: PeriodName, signal: SignalId): string =>
  `${period.toLowerCase()}-${signal}`;

export const disputeHistory: History<SignalEvent, DisputeState> = { initial: undefined, evolve };

function evolve(state: DisputeState, event: SignalEvent, { at, by }: EventContext): DisputeState {
  const said = { by: by.kind === 'person' ? by.person : by.name, at };
  if (event.type === 'SignalDisputed') return { ...event.data, ...said };
  return state && { ...state, answer: { ...event.data, ...said } };
}

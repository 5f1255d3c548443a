import type { DomainEvent, EventContext, History } from '../../kernel/decider.ts';
import type { OrganisationId } from '../../kernel/scope.ts';
import type { Day, Instant } from '../../kernel/time.ts';
import type { Shares } from '../rating.ts';

export type RoundEvent =
  | DomainEvent<
      'RoundOpened',
      {
        year: string;
        /** Those right below, as of then. */
        units: readonly OrganisationId[];
        /** The last day of self-appraisal. */
        selfUntil: Day;
        note?: string | undefined;
      }
    >
  | DomainEvent<'ResultsDisclosed', { item: string; shares: Shares }>;

/** 年度考评: what the superior asks of the units below it, once a year (QS-04, ZH-09). */
export interface Round {
  readonly year: string;
  readonly units: readonly OrganisationId[];
  readonly selfUntil: Day;
  readonly note?: string | undefined;
  readonly openedAt: Instant;
  /** The item that names the results. */
  readonly disclosed?: { readonly item: string; readonly shares: Shares; readonly at: Instant };
}
export type RoundState = Round | undefined;

export const roundHistory: History<RoundEvent, RoundState> = { initial: undefined, evolve };

function evolve(state: RoundState, event: RoundEvent, { at }: EventContext): RoundState {
  if (event.type === 'RoundOpened') return { ...event.data, openedAt: at };
  return state && { ...state, disclosed: { ...event.data, at } };
}

/** Whether the results may be told to everybody. */
export const isDisclosed = (round: RoundState): boolean => round?.disclosed !== undefined;

import type { EventContext, History } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Shown } from '../visibility.ts';
import type { BallotEvent, SurveyEvent } from './events.ts';
import type { Group, SurveyStage } from './vocabulary.ts';

interface Said {
  readonly by: string;
  readonly at: Instant;
}

type Planned = Readonly<Extract<SurveyEvent, { type: 'SurveyPlanned' }>['data']>;

/** 征求意见: a round with its questions, whom it asks, and when it opens and closes. */
export interface Survey extends Planned {
  readonly plannedAt: Instant;
  readonly openedAt?: Instant;
  readonly closed?: {
    readonly at: Instant;
    readonly population: Readonly<Partial<Record<Group, number>>>;
    readonly concludeBy: Day;
  };
  readonly concluded?: Said & { readonly text: string };
  readonly withdrawn?: Said & { readonly reason: string };
}
export type SurveyState = Survey | undefined;

export const surveyHistory: History<SurveyEvent, SurveyState> = { initial: undefined, evolve };

/** In the aggregate what was said, in a card whether anything was. */
interface Ended {
  readonly withdrawn?: object | boolean;
  readonly concluded?: object | boolean;
}

/** Where it stands at that time. Opening and closing follow the clock, whether anybody has recorded them yet or not. */
export function surveyStageAt(
  { withdrawn, concluded, opensAt, closesAt }: Pick<Survey, 'opensAt' | 'closesAt'> & Ended,
  now: Instant,
): SurveyStage {
  if (withdrawn) return 'withdrawn';
  if (concluded) return 'concluded';
  if (now < opensAt) return 'planned';
  return now < closesAt ? 'open' : 'closed';
}

/** To whom the survey may be shown, and what came of it once it has closed. */
export const surveyShown = (
  organisation: string,
  { audience, withdrawn }: Pick<Survey, 'audience'> & Ended,
): Shown => ({ organisation, onShow: !withdrawn, releases: [{ audience, online: true }] });

function evolve(state: SurveyState, event: SurveyEvent, { at, by: actor }: EventContext): SurveyState {
  if (event.type === 'SurveyPlanned') return { ...event.data, plannedAt: at };
  if (!state) return state;
  const said = { by: actor.kind === 'person' ? actor.person : actor.name, at };
  switch (event.type) {
    case 'SurveyOpened':
      return { ...state, openedAt: at };
    case 'SurveyClosed':
      return { ...state, closed: { ...event.data, at } };
    case 'SurveyConcluded':
      return { ...state, concluded: { ...event.data, ...said } };
    case 'SurveyWithdrawn':
      return { ...state, withdrawn: { ...event.data, ...said } };
  }
}

/** One person's answers. Who they are is not in it. */
export type Ballot = Readonly<BallotEvent['data']>;
export type BallotState = Ballot | undefined;

export const ballotHistory: History<BallotEvent, BallotState> = {
  initial: undefined,
  evolve: (_, { data }) => data,
};

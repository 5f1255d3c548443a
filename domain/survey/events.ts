import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { BallotCommand, SurveyCommandOf } from './commands.ts';
import type { Group } from './vocabulary.ts';

export type SurveyEvent =
  /** The threshold is fixed here: a policy that changes later hides or shows nothing of this survey. */
  | DomainEvent<
      'SurveyPlanned',
      Omit<SurveyCommandOf<'PlanSurvey'>['data'], 'audience'> & { audience: Audience; threshold: number }
    >
  | DomainEvent<'SurveyOpened', { closesAt: Instant }>
  /** `population`: how many of a group there were; nobody knows that of society. */
  | DomainEvent<'SurveyClosed', { population: Partial<Record<Group, number>>; concludeBy: Day }>
  | DomainEvent<'SurveyConcluded', SurveyCommandOf<'ConcludeSurvey'>['data']>
  | DomainEvent<'SurveyWithdrawn', SurveyCommandOf<'WithdrawSurvey'>['data']>;

export type BallotEvent = DomainEvent<
  'BallotCast',
  {
    survey: string;
    group: Group;
    answers: BallotCommand['data']['answers'];
    /** Entered by the office. */
    entered?: true;
  }
>;

import type { LadderStepReached, Steps } from '../duty/climb.ts';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Day } from '../kernel/time.ts';
import type { DecisionCommandOf, DecisionCommandType } from './commands.ts';
import type { DecisionRules } from './rules.ts';

type DataOf<Type extends DecisionCommandType> = DecisionCommandOf<Type>['data'];

export type DecisionEvent =
  /** The rules are fixed here: a policy that changes later changes nothing of this decision. */
  | DomainEvent<'DecisionProposed', DataOf<'OpenDecision'> & { rules: DecisionRules }>
  | DomainEvent<'DecisionAnnounced', DataOf<'GiveNotice'>>
  | DomainEvent<'DecisionDeliberated', DataOf<'RecordDeliberation'>>
  | DomainEvent<'DecisionConsulted', DataOf<'RecordRound'>>
  | DomainEvent<'DecisionPublicised', DataOf<'Publicise'>>
  /** `leadDays`: days from the notice to the meeting; absent when there was no notice at all. */
  | DomainEvent<'DecisionDiscussed', DataOf<'RecordMeeting'> & { leadDays?: number }>
  | DomainEvent<'DecisionVoted', DataOf<'RecordVote'> & { carried: boolean }>
  | DomainEvent<'DecisionDisclosed', DataOf<'DiscloseResult'>>
  | DomainEvent<'DecisionActionAssigned', DataOf<'AssignAction'> & { steps?: Steps }>
  | DomainEvent<'DecisionActionReported', DataOf<'ReportAction'>>
  | DomainEvent<'DecisionImplemented', DataOf<'ConfirmImplemented'>>
  | DomainEvent<'DecisionStepSkipped', DataOf<'SkipStep'>>
  | DomainEvent<'DecisionWithdrawn', DataOf<'WithdrawDecision'>>
  /** A period is over, or something was not done in time. `action`: number of the action in question. */
  | DomainEvent<'DecisionFellDue', { what: Moment; on: Day; action?: number }>
  /** Of an action. */
  | LadderStepReached<{ action: number }>;

/** What the clock alone brings about. */
export type Moment = 'notice-over' | 'publicity-over' | 'disclosure-overdue' | 'action-overdue';

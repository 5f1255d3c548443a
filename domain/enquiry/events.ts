import type * as z from 'zod/mini';
import type { DomainEvent } from '../kernel/decider.ts';
import type { Day } from '../kernel/time.ts';
import type { ApprovalStepName } from '../organisation/policy.ts';
import type { Leg } from './clock.ts';
import type { EnquiryCommandType, enquiryCommands } from './commands.ts';
import type { DecisionOutcome } from './vocabulary.ts';

export type DataOf<Type extends EnquiryCommandType> = z.infer<(typeof enquiryCommands)[Type]>;

/** Somebody who has to see to a case. */
export interface Owner {
  readonly owner: string;
  /** True for somebody of the superior organisation, where nobody here could be found. */
  readonly ownerAbove?: true;
}

type Standstill = { readonly left: number };

export type EnquiryEvent =
  /** With the person who asked, when they were signed in; a case has an owner and a date from here on. */
  | DomainEvent<
      'EnquiryRegistered',
      Omit<DataOf<'RegisterEnquiry'>, 'person'> & {
        readonly asker?: string;
        readonly rows: readonly string[];
        readonly case?: Owner & { readonly leg: Leg };
      }
    >
  | DomainEvent<'EnquiryAssigned', Owner>
  | DomainEvent<'EnquiryClarityAsked', DataOf<'AskForClarity'> & Standstill>
  | DomainEvent<'EnquiryClarified', DataOf<'Clarify'> & { readonly leg: Leg }>
  | DomainEvent<'EnquiryPaused', DataOf<'PauseClock'> & Standstill>
  | DomainEvent<'EnquiryResumed', { readonly leg: Leg }>
  | DomainEvent<'EnquiryExtended', DataOf<'ExtendEnquiry'> & { readonly leg: Leg }>
  | DomainEvent<'EnquiryDecisionProposed', DataOf<'ProposeDecision'>>
  | DomainEvent<'EnquiryStepPassed', { readonly step: ApprovalStepName; readonly forSuperior: boolean }>
  | DomainEvent<'EnquiryDecisionReturned', DataOf<'ReturnDecision'>>
  /** The proposal as the whole chain passed it. Something is to be handed over exactly when there is a `leg`. */
  | DomainEvent<'EnquiryDecided', { readonly outcome: DecisionOutcome; readonly leg?: Leg }>
  | DomainEvent<'EnquiryDisclosed', DataOf<'DiscloseEnquiry'>>
  | DomainEvent<'EnquiryPromotionSettled', DataOf<'SettlePromotion'>>
  | DomainEvent<'EnquiryComplaintFiled', DataOf<'FileComplaint'> & { readonly leg: Leg }>
  | DomainEvent<'EnquiryComplaintDecided', DataOf<'DecideComplaint'> & { readonly leg?: Leg }>
  | DomainEvent<'EnquiryVisited', DataOf<'RecordVisit'>>
  /** The day has come on which something that was held back is decided on anew. */
  | DomainEvent<'EnquiryReopened', { readonly leg: Leg }>
  | DomainEvent<'EnquiryDueSoon', { readonly due: Day }>
  | DomainEvent<'EnquiryOverdue', { readonly due: Day }>;

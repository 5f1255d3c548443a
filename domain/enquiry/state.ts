import type { Actor, EventContext, History } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { ApprovalStepName } from '../organisation/policy.ts';
import type { Leg } from './clock.ts';
import type { DataOf, EnquiryEvent, Owner } from './events.ts';
import type { EnquiryStage } from './vocabulary.ts';

/** By whom and when. */
export interface Mark {
  readonly by: string;
  readonly at: Instant;
}

export interface Proposal extends Readonly<DataOf<'ProposeDecision'>>, Mark {}

export interface Decision extends Proposal {
  readonly decidedAt: Instant;
  /** Who passed the steps of the chain. */
  readonly approvers: readonly string[];
}

/** A clock that stands still: for whom, and how long at the most. */
export interface Standstill extends Mark {
  readonly ground: DataOf<'PauseClock'>['ground'] | 'clarity';
  readonly text: string;
  readonly until: Day;
  /** Working days that are left when it goes on. */
  readonly left: number;
}

export interface Complaint {
  readonly text: string;
  readonly at: Instant;
  readonly settled?: Readonly<DataOf<'DecideComplaint'>> & Mark;
}

/** 依申请公开: what somebody asked for, who decides on it by when, and what became of it. */
export interface Enquiry extends Readonly<Omit<DataOf<'RegisterEnquiry'>, 'person'>>, Partial<Owner> {
  readonly stage: EnquiryStage;
  readonly registeredAt: Instant;
  /** Whoever wrote it down for the asker; absent when it came online. */
  readonly takenBy?: string;
  /** The person who asked, when they are known. */
  readonly asker?: string;
  readonly rows: readonly string[];
  /** How the date that runs now came about, first reckoning first. Empty for what was answered on the spot. */
  readonly legs: readonly Leg[];
  /** Of the date that runs now. */
  readonly reminded: boolean;
  readonly overdue: boolean;
  /** Some date of this case was missed; nothing undoes that. */
  readonly late: boolean;
  /** Of the date that runs now; 0 or 1. */
  readonly extension?: { readonly days: number; readonly reason: string } | undefined;
  readonly standstill?: Standstill | undefined;
  /** Every time the clock stood still, the current one included. */
  readonly standstills: readonly Standstill[];
  readonly clarifications: readonly { readonly text: string; readonly at: Instant }[];
  readonly proposal?: Proposal | undefined;
  readonly passed: readonly (Mark & { readonly step: ApprovalStepName })[];
  readonly returned?: (Mark & { readonly reason: string }) | undefined;
  /** The last decision is the one in force. */
  readonly decisions: readonly Decision[];
  readonly disclosure?: Readonly<DataOf<'DiscloseEnquiry'>> & Mark;
  readonly promotion?: DataOf<'SettlePromotion'> & Mark;
  /** About the decision in force. */
  readonly complaint?: Complaint | undefined;
  readonly visits: readonly (Readonly<DataOf<'RecordVisit'>> & Mark)[];
}

export type EnquiryState = Enquiry | undefined;

export const decisionOf = ({ decisions }: Enquiry): Decision | undefined => decisions.at(-1);

/** The date by which the next step is to be done; undefined while the clock stands still or nothing is open. */
export const legNow = ({ legs, standstill, stage }: Enquiry): Leg | undefined =>
  standstill || stage === 'closed' ? undefined : legs.at(-1);

export const enquiryHistory: History<EnquiryEvent, EnquiryState> = { initial: undefined, evolve };

const nameOf = (actor: Actor): string => (actor.kind === 'person' ? actor.person : actor.name);

/** A date of its own, with nothing said about it yet. */
const freshClock = (leg: Leg) => ({ legs: [leg], reminded: false, overdue: false, extension: undefined });

function evolve(state: EnquiryState, event: EnquiryEvent, context: EventContext): EnquiryState {
  const mark: Mark = { by: nameOf(context.by), at: context.at };
  if (event.type === 'EnquiryRegistered') return registered(event.data, mark);
  if (!state) return state;
  switch (event.type) {
    case 'EnquiryAssigned': {
      const { ownerAbove: _, ...rest } = state;
      return { ...rest, ...event.data };
    }
    case 'EnquiryClarityAsked':
      return standing(state, { ground: 'clarity', ...event.data, ...mark }, 'clarifying');
    case 'EnquiryPaused':
      return standing(state, { ...event.data, ...mark }, 'paused');
    case 'EnquiryClarified': {
      const { text, leg } = event.data;
      const clarifications = [...state.clarifications, { text, at: mark.at }];
      return { ...goingOn(state, leg), clarifications };
    }
    case 'EnquiryResumed':
      return goingOn(state, event.data.leg);
    case 'EnquiryExtended': {
      const { leg, ...extension } = event.data;
      return { ...state, extension, legs: [...state.legs, leg], reminded: false };
    }
    case 'EnquiryDecisionProposed':
      return { ...state, proposal: { ...event.data, ...mark }, returned: undefined };
    case 'EnquiryStepPassed':
      return { ...state, passed: [...state.passed, { step: event.data.step, ...mark }] };
    case 'EnquiryDecisionReturned':
      return { ...state, proposal: undefined, passed: [], returned: { ...event.data, ...mark } };
    case 'EnquiryDecided':
      return decided(state, event.data.leg, mark);
    case 'EnquiryDisclosed':
      return { ...state, stage: 'closed', disclosure: { ...event.data, ...mark } };
    case 'EnquiryPromotionSettled':
      return { ...state, promotion: { ...event.data, ...mark } };
    case 'EnquiryComplaintFiled': {
      const { text, leg } = event.data;
      return { ...state, ...freshClock(leg), stage: 'complained', complaint: { text, at: mark.at } };
    }
    case 'EnquiryComplaintDecided': {
      const { leg, ...verdict } = event.data;
      const complaint = { text: '', at: mark.at, ...state.complaint, settled: { ...verdict, ...mark } };
      return leg ? { ...again(state, leg), complaint } : { ...state, stage: 'closed', complaint };
    }
    case 'EnquiryReopened':
      return again(state, event.data.leg);
    case 'EnquiryVisited':
      return { ...state, visits: [...state.visits, { ...event.data, ...mark }] };
    case 'EnquiryDueSoon':
      return { ...state, reminded: true };
    case 'EnquiryOverdue':
      return { ...state, overdue: true, late: true };
  }
}

type Registration = Extract<EnquiryEvent, { type: 'EnquiryRegistered' }>['data'];

function registered({ case: opened, ...data }: Registration, { by, at }: Mark): Enquiry {
  const { leg, ...owner } = opened ?? {};
  return {
    ...data,
    ...owner,
    stage: opened ? 'to-approve' : 'answered',
    registeredAt: at,
    ...(data.channel !== 'online' && { takenBy: by }),
    legs: leg ? [leg] : [],
    reminded: false,
    overdue: false,
    late: false,
    standstills: [],
    clarifications: [],
    passed: [],
    decisions: [],
    visits: [],
  };
}

const standing = (state: Enquiry, standstill: Standstill, stage: EnquiryStage): Enquiry => ({
  ...state,
  stage,
  standstill,
  standstills: [...state.standstills, standstill],
});

const goingOn = (state: Enquiry, leg: Leg): Enquiry => ({
  ...state,
  stage: 'to-approve',
  standstill: undefined,
  legs: [...state.legs, leg],
  reminded: false,
});

/** Everything from the beginning, except what was decided and said before. */
const again = (state: Enquiry, leg: Leg): Enquiry => ({
  ...state,
  ...freshClock(leg),
  stage: 'to-approve',
  proposal: undefined,
  passed: [],
  standstills: [],
});

function decided(state: Enquiry, leg: Leg | undefined, { at }: Mark): Enquiry {
  if (!state.proposal) return state;
  const approvers = [...new Set(state.passed.map(({ by }) => by))];
  return {
    ...state,
    ...(leg && freshClock(leg)),
    stage: leg ? 'decided' : 'closed',
    proposal: undefined,
    complaint: undefined,
    decisions: [...state.decisions, { ...state.proposal, decidedAt: at, approvers }],
  };
}

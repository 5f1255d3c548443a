import type { Climb } from '../duty/climb.ts';
import type { Audience } from '../kernel/audience.ts';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { FeedbackEvent, Left, Owed } from './events.ts';
import type { FeedbackClass, Outcome } from './vocabulary.ts';

interface Said {
  readonly by: string;
  readonly at: Instant;
}

export interface Answered extends Said {
  readonly text: string;
  readonly outcome: Outcome;
  readonly disclosure?: string | undefined;
}

/** 整改: something has to be put right because somebody said so. */
export interface Rectification extends Said {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: Day;
  readonly report?: Said & { readonly proof: string };
  /** Why a report was not enough. */
  readonly returned?: Said & { readonly note: string };
  readonly verified?: Said & { readonly note: string };
}

/** 意见建议: what a reader said, who answers it by when, and what became of it. */
export interface Feedback extends Readonly<Left> {
  readonly receivedAt: Instant;
  /** Who left it under their name while signed in. */
  readonly author?: string;
  /** The last day on which it may be answered in time. */
  readonly dueOn: Day;
  /** Working days that made {@link dueOn}; absent once somebody set another day. */
  readonly days?: number;
  readonly climbs: Readonly<Partial<Record<Owed, Climb>>>;
  readonly additions: readonly { readonly text: string; readonly at: Instant }[];
  readonly class?: FeedbackClass;
  readonly owner?: string;
  readonly department?: string;
  readonly assignedAt?: Instant;
  readonly raised?: Said & { readonly reason: string; readonly to: readonly string[] };
  readonly answer?: Answered;
  /** The day on which it closes by itself, once answered. */
  readonly closesOn?: Day;
  /** What was answered before it was opened again. */
  readonly earlier?: Answered;
  /** True from the first time the due day went by; a later day does not undo it. */
  readonly overdue: boolean;
  /** The opinion with which it is handled. */
  readonly into?: string;
  /** Opinions that are handled with it. */
  readonly duplicates: readonly string[];
  /** People who left those under their name. */
  readonly followers: readonly string[];
  readonly rectification?: Rectification;
  readonly moderated?: Said & { readonly shown: boolean; readonly reason: string };
  readonly closed?: Said & {
    readonly reason?: string | undefined;
    readonly audience?: Audience | undefined;
  };
  readonly reopened?: Said & { readonly reason: string };
  /** The item in which the outcome was disclosed on its own. */
  readonly promoted?: string;
}

export type FeedbackState = Feedback | undefined;

export const FEEDBACK_STAGES = {
  received: '待分办',
  assigned: '办理中',
  answered: '已答复',
  rectifying: '整改中',
  merged: '并案办理',
  closed: '已办结',
} as const;
export type FeedbackStage = keyof typeof FEEDBACK_STAGES;

export const isRectifying = ({ rectification }: Pick<Feedback, 'rectification'>): boolean =>
  rectification !== undefined && rectification.verified === undefined;

export function stageOf(feedback: Feedback): FeedbackStage {
  if (feedback.closed) return 'closed';
  if (feedback.into !== undefined) return 'merged';
  if (feedback.answer) return isRectifying(feedback) ? 'rectifying' : 'answered';
  return feedback.owner === undefined ? 'received' : 'assigned';
}

export const feedbackHistory: History<FeedbackEvent, FeedbackState> = { initial: undefined, evolve };

function evolve(state: FeedbackState, event: FeedbackEvent, { at, by: actor }: EventContext): FeedbackState {
  const by = actor.kind === 'person' ? actor.person : actor.name;
  if (event.type === 'FeedbackReceived') {
    const { steps = {}, ...left } = event.data;
    const isAuthor = actor.kind === 'person' && left.channel === 'online' && !left.onBehalf;
    return {
      ...left,
      ...(isAuthor && { author: actor.person }),
      receivedAt: at,
      climbs: { answer: { steps } },
      additions: [],
      duplicates: [],
      followers: [],
      overdue: false,
    };
  }
  return state && (evolveRectification(state, event, { at, by }) ?? evolveOpinion(state, event, { at, by }));
}

function evolveOpinion(state: Feedback, event: FeedbackEvent, said: Said): Feedback {
  switch (event.type) {
    case 'FeedbackAdded':
      return { ...state, additions: [...state.additions, { ...event.data, at: said.at }] };
    case 'FeedbackClassified':
      return { ...state, class: event.data.class };
    case 'FeedbackMerged':
      return { ...state, into: event.data.into };
    case 'DuplicateTaken': {
      const { id, follower } = event.data;
      const followers = follower === undefined ? state.followers : [...state.followers, follower];
      return { ...state, duplicates: [...state.duplicates, id], followers };
    }
    case 'FeedbackAssigned': {
      const { steps, ...assigned } = event.data;
      const { days, department: _, ...rest } = state;
      const isSame = assigned.dueOn === state.dueOn && days !== undefined;
      const climbs = steps ? { ...state.climbs, answer: { ...state.climbs.answer, steps } } : state.climbs;
      return { ...rest, ...(isSame && { days }), ...assigned, assignedAt: said.at, climbs };
    }
    case 'FeedbackRaised':
      return { ...state, raised: { ...event.data, ...said } };
    case 'FeedbackAnswered': {
      const { closesOn, ...answer } = event.data;
      return { ...state, answer: { ...answer, ...said }, ...(closesOn !== undefined && { closesOn }) };
    }
    case 'FeedbackDueSoon':
    case 'FeedbackOverdue':
    case 'FeedbackEscalated':
      return spoken(state, event);
    case 'FeedbackModerated':
      return { ...state, moderated: { ...event.data, ...said } };
    case 'FeedbackClosed':
      return { ...state, closed: { ...event.data, ...said } };
    case 'FeedbackReopened': {
      const { reason, dueOn, steps } = event.data;
      const { closed: _c, closesOn: _o, days: _d, answer, ...rest } = state;
      return {
        ...rest,
        dueOn,
        climbs: { ...state.climbs, answer: { steps } },
        reopened: { reason, ...said },
        ...(answer && { earlier: answer }),
      };
    }
    case 'FeedbackPromoted':
      return { ...state, promoted: event.data.item };
    default:
      return state;
  }
}

function evolveRectification(state: Feedback, event: FeedbackEvent, said: Said): Feedback | undefined {
  const { rectification, climbs } = state;
  if (event.type === 'RectificationRequired') {
    const { steps, ...required } = event.data;
    return {
      ...state,
      rectification: { ...required, ...said },
      climbs: { ...climbs, rectification: { steps } },
    };
  }
  if (!rectification) return undefined;
  const { report: _, ...open } = rectification;
  switch (event.type) {
    case 'RectificationReported':
      return { ...state, rectification: { ...rectification, report: { ...event.data, ...said } } };
    case 'RectificationReturned':
      return { ...state, rectification: { ...open, returned: { ...event.data, ...said } } };
    case 'RectificationVerified':
      return {
        ...state,
        rectification: { ...rectification, verified: { note: event.data.note, ...said } },
      };
    default:
      return undefined;
  }
}

type SpokenEvent = Extract<
  FeedbackEvent,
  DomainEvent<'FeedbackDueSoon' | 'FeedbackOverdue' | 'FeedbackEscalated', unknown>
>;

/** Of an overdue day that was recorded before there were ladders nothing is known but that it went by. */
function spoken(state: Feedback, { type, data }: SpokenEvent): Feedback {
  const { owed = 'answer', step } = data;
  const overdue = state.overdue || (owed === 'answer' && type !== 'FeedbackDueSoon');
  if (step === undefined) return { ...state, overdue };
  const climb = { ...(state.climbs[owed] ?? { steps: {} }), spoken: step };
  return { ...state, overdue, climbs: { ...state.climbs, [owed]: climb } };
}

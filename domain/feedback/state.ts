import type * as z from 'zod/mini';
import type { DomainEvent, EventContext, History } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { feedbackCommands, Outcome } from './commands.ts';

type DataOf<Type extends keyof typeof feedbackCommands> = z.infer<(typeof feedbackCommands)[Type]>;

export type FeedbackEvent =
  /** The due day is set on receipt, so that an opinion nobody takes up becomes overdue all the same. */
  | DomainEvent<'FeedbackReceived', DataOf<'LeaveFeedback'> & { dueOn: Day }>
  | DomainEvent<'FeedbackAssigned', { owner: string; dueOn: Day }>
  | DomainEvent<'FeedbackAnswered', DataOf<'AnswerFeedback'>>
  | DomainEvent<'FeedbackOverdue', { dueOn: Day }>
  | DomainEvent<'FeedbackClosed', DataOf<'CloseFeedback'>>;

/** 意见建议: what a reader said, who answers it by when, and what became of it. */
export interface Feedback extends Readonly<DataOf<'LeaveFeedback'>> {
  readonly receivedAt: Instant;
  /** The last day on which it may be answered in time. */
  readonly dueOn: Day;
  readonly owner?: string;
  readonly assignedAt?: Instant;
  readonly answer?: {
    readonly text: string;
    readonly outcome: Outcome;
    readonly by: string;
    readonly at: Instant;
  };
  /** True from the first time the due day went by; a later day does not undo it. */
  readonly overdue: boolean;
  readonly closed?: { readonly by: string; readonly at: Instant; readonly reason?: string | undefined };
}

export type FeedbackState = Feedback | undefined;

export const FEEDBACK_STAGES = {
  received: '待分办',
  assigned: '办理中',
  answered: '已答复',
  closed: '已办结',
} as const;
export type FeedbackStage = keyof typeof FEEDBACK_STAGES;

export function stageOf({ owner, answer, closed }: Feedback): FeedbackStage {
  if (closed) return 'closed';
  if (answer) return 'answered';
  return owner === undefined ? 'received' : 'assigned';
}

export const feedbackHistory: History<FeedbackEvent, FeedbackState> = { initial: undefined, evolve };

function evolve(state: FeedbackState, event: FeedbackEvent, { at, by: actor }: EventContext): FeedbackState {
  if (event.type === 'FeedbackReceived') return { ...event.data, receivedAt: at, overdue: false };
  if (!state) return state;
  const by = actor.kind === 'person' ? actor.person : actor.name;
  switch (event.type) {
    case 'FeedbackAssigned':
      return { ...state, ...event.data, assignedAt: at };
    case 'FeedbackAnswered':
      return { ...state, answer: { ...event.data, by, at } };
    case 'FeedbackOverdue':
      return { ...state, overdue: true };
    case 'FeedbackClosed':
      return { ...state, closed: { ...event.data, by, at } };
  }
}

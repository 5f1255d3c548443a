import { mayHear } from '../../../domain/feedback/hearing.ts';
import { MOST_ADDITIONS } from '../../../domain/feedback/leaving.ts';
import {
  type Answered,
  type Feedback,
  type FeedbackStage,
  feedbackHistory,
  stageOf,
} from '../../../domain/feedback/state.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';
import type { Aggregates } from '../aggregates.ts';
import { visibleItem } from './opinions-outcomes.ts';

/**
 * How an opinion fares, for whoever left it. Neither the words of it, nor who works on it, nor an item that the reader
 * may not see: whoever finds a receipt code learns that somebody said something, and that is all.
 */
export interface FollowedReading {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly stage: FeedbackStage;
  /** By when it has to be answered; absent once it is. */
  readonly dueOn?: Day;
  readonly overdue: boolean;
  readonly additions: number;
  readonly answer?: Pick<Answered, 'outcome' | 'at'> & {
    /** Only for those who may hear it: on an item, those who see the item. */
    readonly text?: string;
    readonly disclosure?: string;
  };
  /** Why it was closed without an answer. */
  readonly reason?: string;
  readonly mayAdd: boolean;
  readonly mayReopen: boolean;
}

/** @throws Refusal `not-found` for whoever did not leave it, as for one that is not there */
export async function followed(
  aggregates: Aggregates,
  scope: OrgScope,
  id: string,
  reader: Reader,
  holdsReceipt: boolean,
): Promise<FollowedReading> {
  const { state: own } = await aggregates.load(scope.stream('FEEDBACK', id), feedbackHistory);
  const isAuthor = reader.person !== undefined && own?.author === reader.person;
  if (!own || !(holdsReceipt || isAuthor)) return refuse('not-found');
  const feedback = await handledWith(aggregates, scope, own);
  const { answer, closed } = feedback;
  const stage = stageOf(feedback);
  const mayRead = await hears(aggregates, scope, feedback, reader);
  const disclosure = await visibleItem(aggregates, scope, answer?.disclosure, reader);
  return {
    id,
    receivedAt: own.receivedAt,
    stage: own.into !== undefined && stage !== 'closed' ? 'merged' : stage,
    ...(!answer && !closed && { dueOn: feedback.dueOn }),
    overdue: feedback.overdue,
    additions: own.additions.length,
    ...(answer && {
      answer: {
        outcome: answer.outcome,
        at: answer.at,
        ...(mayRead && { text: answer.text }),
        ...(disclosure !== undefined && { disclosure }),
      },
    }),
    ...(closed?.reason !== undefined && !answer && mayRead && { reason: closed.reason }),
    mayAdd: !own.closed && !closed && own.additions.length < MOST_ADDITIONS,
    mayReopen: own.closed !== undefined && !own.reopened,
  };
}

/** What was merged fares as the one that it was merged into. */
export async function handledWith(aggregates: Aggregates, scope: OrgScope, own: Feedback): Promise<Feedback> {
  if (own.into === undefined) return own;
  return (await aggregates.load(scope.stream('FEEDBACK', own.into), feedbackHistory)).state ?? own;
}

/** Whoever left a word to the organisation as such hears the answer to it; on an item, only who sees the item does. */
async function hears(
  aggregates: Aggregates,
  scope: OrgScope,
  feedback: Feedback,
  reader: Reader,
): Promise<boolean> {
  if (feedback.item === undefined) return true;
  const { state } = await aggregates.load(scope.stream('ITEM', feedback.item), itemHistory);
  return mayHear(reader, scope.organisation, feedback, state);
}

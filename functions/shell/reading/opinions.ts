import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import type { Outcome } from '../../../domain/feedback/commands.ts';
import {
  type Feedback,
  type FeedbackStage,
  feedbackHistory,
  stageOf,
} from '../../../domain/feedback/state.ts';
import { versionFor } from '../../../domain/item/card.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { answersKey } from '../view-keys.ts';
import { rowsUnder } from './rows.ts';

/** One opinion in full, for those who work on it. */
export interface FeedbackReading {
  readonly id: string;
  readonly streamVersion: number;
  readonly stage: FeedbackStage;
  readonly feedback: Feedback;
}

/** 办理结果: the official answer to an opinion. What was said, and by whom, stays with those who work on it. */
export interface AnswerReading {
  readonly outcome: Outcome;
  readonly text: string;
  readonly answeredAt: Instant;
}

/** More answers than anybody reads under one item. */
const MOST_ANSWERS = 100;

/**
 * What became of opinions on an item, last settled first: answers of opinions that the office has closed (DF-27).
 *
 * @throws Refusal `not-found` for whoever may not see the item
 */
export async function answersTo(
  { aggregates, views }: { readonly aggregates: Aggregates; readonly views: Views },
  scope: OrgScope,
  item: string,
  reader: Reader,
): Promise<readonly AnswerReading[]> {
  const { state } = await aggregates.load(scope.stream('ITEM', item), itemHistory);
  if (!state) return refuse('not-found');
  if (!versionFor(reader, state, scope.organisation) && !mayWork(reader, scope.organisation))
    refuse('not-found');
  const { rows } = await views.listIndex('board', answersKey(scope.organisation, item), {
    limit: MOST_ANSWERS,
    newestFirst: true,
  });
  const opinions = rows.map(({ sk }) => aggregates.load(scope.stream('FEEDBACK', sk), feedbackHistory));
  return (await Promise.all(opinions)).flatMap(({ state: feedback }) => {
    if (!feedback?.answer) return [];
    const { outcome, text, at } = feedback.answer;
    return [{ outcome, text, answeredAt: at }];
  });
}

/** Opinions received, newest first; about one item, or about all. @throws Refusal `not-found` for others */
export async function opinionsOf(
  views: Views,
  scope: OrgScope,
  reader: Reader,
  item?: string,
): Promise<readonly FeedbackCard[]> {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  const cards: FeedbackCard[] = [];
  for await (const row of rowsUnder(views, scope.partition('FEEDBACK'))) {
    const card = row.card as FeedbackCard;
    if (item === undefined || card.item === item) cards.push(card);
  }
  return cards.toSorted((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
}

/** @throws Refusal `not-found`, also for whoever neither works here nor has to answer it */
export async function opinion(
  aggregates: Aggregates,
  scope: OrgScope,
  id: string,
  reader: Reader,
): Promise<FeedbackReading> {
  const { state, version } = await aggregates.load(scope.stream('FEEDBACK', id), feedbackHistory);
  const mayRead =
    mayWork(reader, scope.organisation) || (reader.person !== undefined && state?.owner === reader.person);
  if (!state || !mayRead) return refuse('not-found');
  return { id, streamVersion: version, stage: stageOf(state), feedback: state };
}

import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import { isInvolved } from '../../../domain/feedback/hearing.ts';
import {
  type Feedback,
  type FeedbackStage,
  feedbackHistory,
  stageOf,
} from '../../../domain/feedback/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { rowsUnder } from './rows.ts';

/** One opinion in full, for those who work on it. */
export interface FeedbackReading {
  readonly id: string;
  readonly streamVersion: number;
  readonly stage: FeedbackStage;
  readonly feedback: Feedback;
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

/** @throws Refusal `not-found`, also for whoever neither works here nor has to do anything about it */
export async function opinion(
  aggregates: Aggregates,
  scope: OrgScope,
  id: string,
  reader: Reader,
): Promise<FeedbackReading> {
  const { state, version } = await aggregates.load(scope.stream('FEEDBACK', id), feedbackHistory);
  const isAsked = reader.person !== undefined && state !== undefined && isInvolved(state, reader.person);
  if (!state || !(isAsked || mayWork(reader, scope.organisation))) return refuse('not-found');
  return { id, streamVersion: version, stage: stageOf(state), feedback: state };
}

import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import { isInvolved } from '../../../domain/feedback/hearing.ts';
import {
  type Feedback,
  type FeedbackStage,
  feedbackHistory,
  stageOf,
} from '../../../domain/feedback/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import type { Tenancy } from '../tenancy.ts';
import { rowsUnder } from './rows.ts';

/** One opinion in full, for those who work on it. */
export interface FeedbackReading {
  readonly id: string;
  readonly streamVersion: number;
  readonly stage: FeedbackStage;
  readonly feedback: Feedback;
  /** Name of the organisation that speaks, of a problem. */
  readonly below?: string;
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
  { aggregates, tenancy }: { readonly aggregates: Aggregates; readonly tenancy: Tenancy },
  scope: OrgScope,
  id: string,
  reader: Reader,
): Promise<FeedbackReading> {
  const { state, version } = await aggregates.load(scope.stream('FEEDBACK', id), feedbackHistory);
  const isAsked = reader.person !== undefined && state !== undefined && isInvolved(state, reader.person);
  if (!state || !(isAsked || mayWork(reader, scope.organisation))) return refuse('not-found');
  const { from } = state;
  const below =
    from.kind === 'organisation' ? await tenancy.find(new OrgScope(from.organisation)) : undefined;
  return {
    id,
    streamVersion: version,
    stage: stageOf(state),
    feedback: state,
    ...(below && { below: below.shortName }),
  };
}

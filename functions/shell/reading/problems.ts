import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import {
  type Answered,
  type FeedbackStage,
  feedbackHistory,
  stageOf,
} from '../../../domain/feedback/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { problemsKey } from '../view-keys.ts';
import type { DeskCard } from './desk-cards.ts';
import { handledWith } from './opinions-followed.ts';

/** 困难问题, for the organisation that raised it: what it said, and what its superior makes of it. */
export interface ProblemReading {
  readonly id: string;
  /** The superior with which it lies. */
  readonly at: OrganisationId;
  readonly text: string;
  readonly raisedAt: Instant;
  readonly stage: FeedbackStage;
  /** By when it has to be answered; absent once it is. */
  readonly dueOn?: Day;
  readonly overdue: boolean;
  readonly answer?: Pick<Answered, 'outcome' | 'text' | 'at'>;
}

/** More of them than anybody follows at once. */
const MOST_PROBLEMS = 100;

interface Sources {
  readonly aggregates: Aggregates;
  readonly views: Pick<Views, 'listIndex'>;
}

/** What an organisation brought before its superior, last first. @throws Refusal `not-found` for who does not work there */
export async function problemsOf(
  { aggregates, views }: Sources,
  scope: OrgScope,
  reader: Reader,
): Promise<readonly ProblemReading[]> {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  const page = { limit: MOST_PROBLEMS, newestFirst: true };
  const { rows } = await views.listIndex('board', problemsKey(scope.organisation), page);
  const found = rows.map(({ sk, card }) => problem(aggregates, (card as FeedbackCard).organisation, sk));
  return (await Promise.all(found)).filter((each) => each !== undefined);
}

async function problem(
  aggregates: Aggregates,
  at: OrganisationId,
  id: string,
): Promise<ProblemReading | undefined> {
  const above = new OrgScope(at);
  const { state: own } = await aggregates.load(above.stream('FEEDBACK', id), feedbackHistory);
  if (!own) return undefined;
  const { answer, overdue, dueOn, ...feedback } = await handledWith(aggregates, above, own);
  return {
    id,
    at,
    text: own.text,
    raisedAt: own.receivedAt,
    stage: stageOf({ ...feedback, overdue, dueOn, ...(answer && { answer }) }),
    ...(!answer && !feedback.closed && { dueOn }),
    overdue,
    ...(answer && { answer: { outcome: answer.outcome, text: answer.text, at: answer.at } }),
  };
}

/** Problems from below that wait for an answer. */
export interface ProblemCount {
  readonly open: number;
  readonly overdue: number;
}

/** @param cards what lies on the desk of the organisation */
export function problemsAmong(
  cards: readonly DeskCard[],
  organisation: OrganisationId,
  now: Instant,
): ProblemCount {
  const open = cards.filter(
    (card): card is FeedbackCard =>
      'excerpt' in card && card.kind === 'problem' && card.organisation === organisation && !card.answeredAt,
  );
  return { open: open.length, overdue: open.filter(({ dueOn }) => dueOn < dayOf(now)).length };
}

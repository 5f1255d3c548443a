import { maskedWords } from '../../../domain/feedback/card.ts';
import { mayHear } from '../../../domain/feedback/hearing.ts';
import { type Feedback, feedbackHistory, isRectifying } from '../../../domain/feedback/state.ts';
import type { Outcome } from '../../../domain/feedback/vocabulary.ts';
import { itemHistory } from '../../../domain/item/evolve.ts';
import { versionFor, versionsFor } from '../../../domain/item/for-reader.ts';
import type { ItemState } from '../../../domain/item/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { answersKey } from '../view-keys.ts';

/** 办理结果: the official answer to an opinion. Who said it stays with those who work on it. */
export interface AnswerReading {
  readonly outcome: Outcome;
  readonly text: string;
  readonly answeredAt: Instant;
  /** What was said, masked; only where the office has decided that it may be shown. */
  readonly words?: string;
  /** How many more said the same. */
  readonly others?: number;
  /** The version of the item that names the opinion, where the reader may read it. */
  readonly version?: number;
  /** The item that was disclosed because somebody asked for it, where the reader may see it. */
  readonly disclosure?: string;
  /** Something was put right, and somebody else has looked. */
  readonly rectified?: true;
}

/** More answers than anybody reads in one place. */
const MOST_ANSWERS = 100;

interface Sources {
  readonly aggregates: Aggregates;
  readonly views: Views;
}

/**
 * What became of opinions on an item, last settled first: answers of opinions that were closed (DF-27).
 *
 * @throws Refusal `not-found` for whoever may not see the item
 */
export async function answersTo(
  { aggregates, views }: Sources,
  scope: OrgScope,
  item: string,
  reader: Reader,
): Promise<readonly AnswerReading[]> {
  const { state } = await aggregates.load(scope.stream('ITEM', item), itemHistory);
  if (!state) return refuse('not-found');
  if (!versionFor(reader, state, scope.organisation) && !mayWork(reader, scope.organisation))
    refuse('not-found');
  return settled({ aggregates, views }, scope, reader, answersKey(scope.organisation, item), state);
}

/** What became of words to the organisation as such: what its closing says may be heard. */
export const answersOf = (
  sources: Sources,
  scope: OrgScope,
  reader: Reader,
): Promise<readonly AnswerReading[]> =>
  settled(sources, scope, reader, answersKey(scope.organisation), undefined);

async function settled(
  { aggregates, views }: Sources,
  scope: OrgScope,
  reader: Reader,
  key: string,
  item: ItemState,
): Promise<readonly AnswerReading[]> {
  const { organisation } = scope;
  const page = { limit: MOST_ANSWERS, newestFirst: true };
  const { rows } = await views.listIndex('board', key, page);
  const found = rows.map(async ({ sk }) => {
    const { state } = await aggregates.load(scope.stream('FEEDBACK', sk), feedbackHistory);
    // What is read in the index may be opened again by now.
    const mayRead = state?.closed && (item || mayHear(reader, organisation, state, item));
    return mayRead ? answerOf(aggregates, scope, sk, state, reader, item) : undefined;
  });
  return (await Promise.all(found)).filter((answer) => answer !== undefined);
}

async function answerOf(
  aggregates: Aggregates,
  scope: OrgScope,
  id: string,
  { answer, text, moderated, duplicates, rectification }: Feedback,
  reader: Reader,
  item: ItemState,
): Promise<AnswerReading | undefined> {
  if (!answer) return undefined;
  const readable = item ? versionsFor(reader, item, scope.organisation) : [];
  const version = readable.find(({ revision }) => revision?.answers.includes(id))?.number;
  const disclosure = await visibleItem(aggregates, scope, answer.disclosure, reader);
  return {
    outcome: answer.outcome,
    text: answer.text,
    answeredAt: answer.at,
    ...(moderated?.shown && { words: maskedWords(text) }),
    ...(duplicates.length > 0 && { others: duplicates.length }),
    ...(version !== undefined && { version }),
    ...(disclosure !== undefined && { disclosure }),
    ...(rectification && !isRectifying({ rectification }) && { rectified: true }),
  };
}

/** The id, if the reader may see what it is the id of. */
export async function visibleItem(
  aggregates: Aggregates,
  scope: OrgScope,
  id: string | undefined,
  reader: Reader,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const { state } = await aggregates.load(scope.stream('ITEM', id), itemHistory);
  return state && versionFor(reader, state, scope.organisation) ? id : undefined;
}

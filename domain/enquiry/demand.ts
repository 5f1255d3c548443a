import { addDays, type Day, dayOf, type Instant } from '../kernel/time.ts';
import type { EnquiryCard } from './card.ts';
import { type Grams, gramsOf } from './matching.ts';

type Asked = Pick<EnquiryCard, 'id' | 'subject' | 'registeredAt' | 'disclosed' | 'promoted' | 'outcome'>;

/** Something that was asked for more than once and never given. */
export interface UnmetDemand {
  /** How the last of them put it. */
  readonly subject: string;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** The requests, newest first. */
  readonly enquiries: readonly string[];
}

/** Twice is often: whoever asks first may be alone with it. */
const OFTEN = 2;

/** 多次被申请而从未公开 (JX-10): what has been asked for again and again, most often first. */
export function unmetDemand(cards: readonly Asked[]): readonly UnmetDemand[] {
  const newestFirst = cards.toSorted((a, b) => (a.registeredAt > b.registeredAt ? -1 : 1));
  return topicsOf(newestFirst)
    .filter((topic) => topic.length >= OFTEN && !topic.some(isMet))
    .map((topic) => ({
      subject: topic[0]?.subject ?? '',
      count: topic.length,
      firstAt: topic.at(-1)?.registeredAt ?? '',
      lastAt: topic[0]?.registeredAt ?? '',
      enquiries: topic.map(({ id }) => id),
    }))
    .toSorted((a, b) => b.count - a.count || (a.lastAt > b.lastAt ? -1 : 1));
}

/** How far back is looked for what was asked before. */
const DEMAND_DAYS = 365;

/**
 * What was asked for again and again in the year up to the end of the month, as far as it was asked for in that month.
 *
 * @param month `2026-11`
 */
export function unmetIn(month: string, cards: readonly Asked[]): readonly UnmetDemand[] {
  const end = monthEnd(month);
  const asked = cards.filter(
    ({ registeredAt }) => dayOf(registeredAt) < end && dayOf(registeredAt) >= addDays(end, -DEMAND_DAYS),
  );
  return unmetDemand(asked).filter(({ lastAt }) => dayOf(lastAt).startsWith(month));
}

/** The first day after the month. */
const monthEnd = (month: string): Day => `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;

const isMet = ({ disclosed, promoted, outcome }: Asked): boolean =>
  disclosed || promoted || outcome === 'already-public';

/** Each card goes to the first topic whose newest card says much the same. */
function topicsOf(cards: readonly Asked[]): readonly (readonly Asked[])[] {
  const topics: { readonly grams: Grams; readonly cards: Asked[] }[] = [];
  for (const card of cards) {
    const grams = gramsOf(card.subject);
    const topic = topics.find((each) => likeness(each.grams, grams) >= ALIKE);
    if (topic) topic.cards.push(card);
    else topics.push({ grams, cards: [card] });
  }
  return topics.map(({ cards }) => cards);
}

/** Two lines are about the same thing when half of their pairs of characters are the same. */
const ALIKE = 0.5;

/** Dice: shared pairs twice, over all pairs of both. */
function likeness(a: Grams, b: Grams): number {
  const both = a.size + b.size;
  return both === 0 ? 0 : (2 * a.intersection(b).size) / both;
}

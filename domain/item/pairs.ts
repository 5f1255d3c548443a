import type { ItemCard } from './card.ts';

const isDisclosed = ({ releasedAt, stage }: ItemCard): boolean =>
  releasedAt !== undefined && stage !== 'withdrawn';

/** Disclosed items that name the plan as theirs: with one of them it is closed (DF-08). */
export const resultsOf = (cards: readonly ItemCard[], plan: string): readonly ItemCard[] =>
  cards.filter((card) => card.pair?.part === 'result' && card.pair.plan === plan && isDisclosed(card));

/** A plan without a result, or a result without a plan (DF-08, JX-14). */
export interface HalfPair {
  readonly card: ItemCard;
  readonly missing: 'plan' | 'result';
}

/**
 * Disclosed halves among the items of one organisation. A plan is whole once a disclosed item names it as its plan, or
 * once its own progress says that it is done.
 */
export function halfPairs(cards: readonly ItemCard[]): readonly HalfPair[] {
  const disclosed = cards.filter(isDisclosed);
  const plans = new Set(disclosed.filter(({ pair }) => pair?.part === 'plan').map(({ id }) => id));
  const carriedOut = new Set(disclosed.map(({ pair }) => (pair?.part === 'result' ? pair.plan : undefined)));
  return disclosed.flatMap((card): HalfPair[] => {
    if (card.pair?.part === 'result') return plans.has(card.pair.plan) ? [] : [{ card, missing: 'plan' }];
    if (card.pair?.part !== 'plan' || carriedOut.has(card.id) || card.tense === 'done') return [];
    return [{ card, missing: 'result' }];
  });
}

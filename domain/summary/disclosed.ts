import type { Ledger } from '../duty/state.ts';
import type { ItemCard } from '../item/card.ts';
import { BASES } from '../item/vocabulary.ts';
import type { Audience } from '../kernel/audience.ts';
import { type Day, dayOf } from '../kernel/time.ts';

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  named: '特定对象',
  party: '党内',
  unit: '本单位',
  public: '社会',
};

/** An item that was disclosed in the year: what is counted of it, and by which it is found again. */
export interface DisclosedInYear {
  readonly id: string;
  readonly title: string;
  /** The day on which it was disclosed last in the year. */
  readonly on: Day;
  readonly class: string;
  readonly form: readonly string[];
  readonly audience: string;
  readonly basis: string;
}

/**
 * Each item once, in the order of days: as the ledgers of the year were told, which a later year does not change, and
 * what was released without a ledger.
 * @param classOf first level of a row's heading
 */
export function disclosedIn(
  year: string,
  ledgers: readonly Ledger[],
  cards: readonly ItemCard[],
  classOf: (row: string) => string | undefined,
): readonly DisclosedInYear[] {
  const known = new Map(cards.map((card) => [card.id, card]));
  const told = ledgers
    .flatMap(({ disclosed }) => disclosed)
    .filter(({ item, on, forms }) => item !== undefined && isIn(year, on) && forms.length > 0);
  const byItem = Map.groupBy(told, ({ item = '' }) => item);
  const others = cards.filter(
    ({ id, releasedAt, stage }) =>
      !byItem.has(id) && releasedAt !== undefined && stage !== 'withdrawn' && isIn(year, dayOf(releasedAt)),
  );
  const lines = [...byItem].flatMap(([id, each]) => {
    const card = known.get(id);
    const last = each.at(-1);
    return card && last ? [lineOf(card, last.on, unique(each.flatMap(({ forms }) => forms)), classOf)] : [];
  });
  const rest = others.map((card) => lineOf(card, dayOf(card.releasedAt ?? ''), [], classOf));
  return [...lines, ...rest].toSorted((a, b) => (a.on === b.on ? order(a.id, b.id) : order(a.on, b.on)));
}

export const isIn = (year: string, day: Day): boolean => day.startsWith(`${year}-`);

const order = (a: string, b: string): number => (a < b ? -1 : 1);
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const lineOf = (
  { id, title, row, audience, basis }: ItemCard,
  on: Day,
  form: readonly string[],
  classOf: (row: string) => string | undefined,
): DisclosedInYear => ({
  id,
  title,
  on,
  class: classOf(row) ?? '其他',
  form,
  audience: AUDIENCE_NAMES[audience],
  basis: BASES[basis],
});

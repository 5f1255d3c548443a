import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutSmall } from '../../../domain/profile/small-figures.ts';
import { STATISTICS } from './samples.ts';

/** Every table of so many parts that add up to the whole. */
function tablesOf(whole: number, parts: number): number[][] {
  if (parts === 1) return [[whole]];
  return Array.from({ length: whole + 1 }, (_, first) =>
    tablesOf(whole - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}
const sum = (table: readonly (number | undefined)[]) =>
  table.reduce<number>((total, part) => total + (part ?? 0), 0);

describe('a breakdown for readers outside', () => {
  test('keeps small figures to itself, and another one so that they cannot be reckoned', () => {
    expect(withoutSmall(Object.values(STATISTICS.age))).toEqual([36, 33, 31, 12, 20]);
    expect(withoutSmall(Object.values(STATISTICS.education))).toEqual([
      7,
      67,
      27,
      undefined,
      undefined,
      undefined,
    ]);
    expect(withoutSmall([129, 3])).toEqual([undefined, undefined]);
    expect(withoutSmall([0, 20, 30])).toEqual([undefined, undefined, 30]);
  });

  test('never shows a figure under five, nor so few hidden that the rest tells them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 6 }), (table) => {
        const shown = withoutSmall(table);
        const hidden = table.filter((_, place) => shown[place] === undefined);
        for (const [place, part] of shown.entries()) if (part !== undefined) expect(part).toBe(table[place]);
        if (table.every((part) => part >= 5)) expect(hidden).toEqual([]);
        else if (hidden.length < table.length) {
          expect(shown.every((part) => part === undefined || part >= 5)).toBe(true);
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(sum(table) - sum(shown)).toBeGreaterThanOrEqual(10);
        }
      }),
    );
  });

  test('tells nobody a hidden figure, even who knows the whole and the rule by which it was hidden', () => {
    let pictures = 0;
    for (const parts of [2, 3, 4]) {
      for (let whole = 5; whole <= 26; whole += 1) {
        const same = Map.groupBy(tablesOf(whole, parts), (table) => JSON.stringify(withoutSmall(table)));
        for (const [picture, tables] of same) {
          if (!picture.includes('null')) continue;
          pictures += 1;
          const shown = JSON.parse(picture) as (number | null)[];
          for (const [place, part] of shown.entries()) {
            if (part !== null) continue;
            const guesses = new Set(tables.map((table) => table[place]));
            expect(guesses.size, `${picture} of ${whole}: part ${place}`).toBeGreaterThan(1);
          }
        }
      }
    }
    expect(pictures).toBeGreaterThan(200);
  });
});

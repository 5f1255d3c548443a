import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, Verdict } from '../../../domain/evaluation/assessment/state.ts';
import {
  chosen,
  FIGURE_NAMES,
  measureOf,
  RATED,
  SORTS,
  standingOf,
  type UnitStanding,
} from '../../../domain/evaluation/overview.ts';
import { RATINGS, type Rating } from '../../../domain/evaluation/rating.ts';

const SAID = { by: 'li', at: '2026-12-21T01:00:00.000Z' };
const VERDICT: Verdict = {
  composite: 86.5,
  rating: 'model',
  inputs: { self: 90, superior: 85 },
  record: 81.25,
  standard: 0,
  text: '及时',
};
const SILENCE = { period: '2026Q3', signal: 'silence' } as const;
const COPIED = { period: '2026Q4', signal: 'copied' } as const;
const FIGURES = {
  parts: { content: 80, effect: 60.5 },
  satisfaction: [{ group: 'masses', share: 0.66667 }],
  signals: [SILENCE, COPIED],
} as const;
const ASSESSMENT: Assessment = {
  year: '2026',
  to: 'qu',
  figures: FIGURES,
  verdict: { ...VERDICT, ...SAID },
};
const standing = (assessment?: Assessment, explained: readonly object[] = []) =>
  standingOf('dongfang', '东方小学', assessment, (signal) => explained.includes(signal));

describe('a unit beside others', () => {
  test('has the figures of its appraisal, satisfaction in percent, and those signals that nobody explained', () => {
    expect(standing(ASSESSMENT, [SILENCE])).toEqual({
      id: 'dongfang',
      name: '东方小学',
      stage: 'settled',
      figures: { content: 80, effect: 60.5, masses: 66.67, record: 81.25, composite: 86.5 },
      rating: 'model',
      signals: [COPIED],
    });
  });

  test('of which nothing was found has no figure, and no zero', () => {
    expect(standing()).toEqual({ id: 'dongfang', name: '东方小学', stage: 'self-awaited', figures: {} });
    const { verdict: _, ...open } = ASSESSMENT;
    const own = { ...open, self: { score: 90, text: '好', ...SAID } };
    expect(standing(own)).toMatchObject({ stage: 'verdict-awaited', figures: { content: 80 } });
    expect(standing(own)).not.toHaveProperty('rating');
    const objection = { reason: '漏计', ...SAID };
    expect(standing({ ...ASSESSMENT, objection }).stage).toBe('objected');
  });
});

const unit = fc.record(
  {
    id: fc.uuid(),
    name: fc.constant('单位'),
    stage: fc.constant('settled' as const),
    figures: fc.record(
      { content: fc.integer({ min: 0, max: 100 }), composite: fc.integer({ min: 0, max: 100 }) },
      { requiredKeys: [] },
    ),
    rating: fc.constantFrom(...(Object.keys(RATINGS) as Rating[])),
    signals: fc.subarray([SILENCE, COPIED]),
  },
  { requiredKeys: ['id', 'name', 'stage', 'figures'] },
) as fc.Arbitrary<UnitStanding>;
const units = fc.uniqueArray(unit, { selector: ({ id }) => id, maxLength: 12 });

describe('units', () => {
  test('are put in order by any figure, without one last in either order, and none is lost', () => {
    fc.assert(
      fc.property(
        units,
        fc.constantFrom(...SORTS),
        fc.constantFrom('falling', 'rising'),
        (all, sort, order) => {
          const sorted = chosen(all, { sort, order });
          expect(sorted.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
          if (sort === 'round') {
            expect(sorted).toEqual(all);
            return;
          }
          const values = sorted.map((each) => measureOf(each, sort));
          const known = values.filter((value) => value !== undefined);
          expect(values.slice(known.length).every((value) => value === undefined)).toBe(true);
          const rising = order === 'rising' ? known : known.toReversed();
          expect(rising).toEqual(known.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  test('are divided by their ratings, those without one among them, and kept by their signals', () => {
    fc.assert(
      fc.property(units, (all) => {
        const parts = (Object.keys(RATED) as (keyof typeof RATED)[]).map((rating) => chosen(all, { rating }));
        expect(parts.flat()).toHaveLength(all.length);
        expect(parts.at(-1)?.every(({ rating }) => rating === undefined)).toBe(true);
        const open = chosen(all, { signals: 'open' });
        expect(open).toEqual(all.filter(({ signals = [] }) => signals.length > 0));
      }),
    );
  });

  test('can be compared by every figure there is', () => {
    expect(SORTS).toEqual(['round', ...FIGURE_NAMES, 'signals']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DutyStatus, statusOf } from '../../../domain/duty/duty.ts';
import { countsOn, type Standing, standingOf } from '../../../domain/duty/standing.ts';
import { type Ledger, soonFrom } from '../../../domain/duty/state.ts';
import { sumOf } from '../../../domain/duty/tally.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { live } from './run-year.ts';
import { allDays, FIRST, years } from './years.ts';

const CLASSES = ['组织建设', '思想建设'];
const ROWS = ['b-01', 'b-02', 'b-03', 'b-04', 'b-05', 'b-06'].map((id, index) => ({
  id,
  level1: CLASSES[index % 2] as string,
}));
const DAYS = allDays(FIRST).filter((_, index) => index % 9 === 0);

/** Some schools that share a holiday calendar, each with its own rules, and their ledgers of one quarter. */
const ledgersOfSome = fc
  .tuple(fc.array(years, { minLength: 1, maxLength: 6 }), fc.constantFrom('2026Q2', '2026Q3', '2026Q4'))
  .map(([lives, period]) => lives.flatMap((year) => live(year).ledgers.get(period) ?? []));
const standing = (ledger: Ledger, index = 0): Standing =>
  standingOf(ledger, { id: `school-${index}`, name: `学校${index}`, rows: ROWS });
const sum = (parts: readonly Standing[]) => sumOf(parts, { id: 'qu', name: '区', period: '2026Q4' });
const counts = (day: Day, { soon, classes }: Standing) => countsOn(day, soon, Object.values(classes));

const always = (check: (ledgers: readonly Ledger[]) => void) =>
  fc.assert(
    fc.property(ledgersOfSome, (ledgers) => check(ledgers)),
    { numRuns: 12 },
  );

/** By going through the duties one by one. */
function countedOn(day: Day, ledger: Ledger) {
  const duties = Object.values(ledger.duties);
  const are = (...statuses: DutyStatus[]) =>
    duties.filter((duty) => statuses.includes(statusOf(duty, day, soonFrom(ledger, duty)))).length;
  const excused = duties.filter(({ met, waived }) => !met && waived && waived.until === undefined).length;
  return { total: duties.length, met: are('met'), late: are('met-late'), excused, overdue: are('overdue') };
}

describe('the standing of an organisation', () => {
  test('says on every day what its ledger says', () => {
    always((ledgers) => {
      for (const ledger of ledgers)
        for (const day of DAYS) expect(counts(day, standing(ledger))).toMatchObject(countedOn(day, ledger));
    });
  });

  test('splits its total without remainder', () => {
    always((ledgers) => {
      for (const day of DAYS) {
        const { total, ...parts } = counts(day, sum(ledgers.map(standing)));
        expect(Object.values(parts).reduce((before, part) => before + part, 0)).toBe(total);
      }
    });
  });
});

describe('a tally', () => {
  test('counts on every day what its parts count', () => {
    always((ledgers) => {
      const parts = ledgers.map(standing);
      for (const day of DAYS) {
        const total = (of: (count: ReturnType<typeof counts>) => number) =>
          parts.reduce((before, part) => before + of(counts(day, part)), 0);
        expect(counts(day, sum(parts))).toMatchObject({
          total: total((part) => part.total),
          met: total((part) => part.met),
          late: total((part) => part.late),
          excused: total((part) => part.excused),
          overdue: total((part) => part.overdue),
        });
        // Ladders differ from school to school, so only their sum is the same.
        const { soon, open } = counts(day, sum(parts));
        expect(soon + open).toBe(total((part) => part.soon + part.open));
      }
    });
  });

  test('of tallies is the tally of all; only the median is one of medians', () => {
    always((ledgers) => {
      const parts = ledgers.map(standing);
      for (const cut of [0, 1, 3]) {
        const {
          regularity: ofTallies,
          answerHours: _,
          ...rest
        } = sum([sum(parts.slice(0, cut)), sum(parts.slice(cut))]);
        const { regularity: ofAll, answerHours: __, ...all } = sum(parts);
        expect(rest).toEqual(all);
        expect(ofTallies ?? 0).toBeCloseTo(ofAll ?? 0, 2);
      }
    });
  });

  test('does not depend on the order of its parts', () => {
    always((ledgers) => {
      const parts = ledgers.map(standing);
      const { regularity, ...one } = sum(parts);
      expect(sum(parts.toReversed())).toMatchObject(one);
      expect(sum(parts.toReversed()).regularity).toBe(regularity);
    });
  });
});

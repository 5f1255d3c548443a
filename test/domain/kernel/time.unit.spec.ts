import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AUDIENCES, compareAudiences, isOutsideParty, isWithin } from '../../../domain/kernel/audience.ts';
import {
  addDays,
  dayOf,
  endOfDay,
  epochOf,
  instantOf,
  isDay,
  minuteOf,
  plusDays,
  startOfDay,
} from '../../../domain/kernel/time.ts';

const someInstant = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('a day', () => {
  test.each([
    ['2026-08-31T15:59:59.999Z', '2026-08-31'],
    ['2026-08-31T16:00:00.000Z', '2026-09-01'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('begins at midnight in Shanghai: %s is in %s', (instant, day) => expect(dayOf(instant)).toBe(day));

  test('begins with its first and ends before the next day’s first instant', () => {
    expect(startOfDay('2026-09-01')).toBe('2026-08-31T16:00:00.000Z');
    expect(endOfDay('2026-09-01')).toBe('2026-09-01T16:00:00.000Z');
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'));
  });

  test('holds exactly the instants from its start to before its end', () => {
    fc.assert(
      fc.property(someInstant, (instant) => {
        const day = dayOf(instant);
        expect(startOfDay(day) <= instant && instant < endOfDay(day)).toBe(true);
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(instantOf(epochOf(endOfDay(day)) - 1))).toBe(day);
        expect(minuteOf(instant).slice(0, 10)).toBe(day);
      }),
    );
  });

  test('sums of days go there and back, over leap years and ends of years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    fc.assert(
      fc.property(someInstant, fc.integer({ min: -3000, max: 3000 }), (instant, count) => {
        const day = dayOf(instant);
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(plusDays(plusDays(instant, count), -count)).toBe(instant);
        expect(dayOf(plusDays(instant, count))).toBe(addDays(day, count));
      }),
    );
  });

  test('is real, and far enough from the ends of four-digit years', () => {
    expect(['2026-09-01', '2028-02-29', '1900-01-01', '2199-12-31'].map(isDay)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const no = [
      '2026-02-29',
      '2026-13-01',
      '2026-9-1',
      '2026-09-01T00:00',
      '0001-01-01',
      '9999-12-31',
      '2026-09-01\n',
      '',
    ];
    for (const text of no) expect([text, isDay(text)]).toEqual([text, false]);
  });
});

test('instants sort as text', () => {
  fc.assert(
    fc.property(someInstant, someInstant, (a, b) => {
      expect(a < b).toBe(epochOf(a) < epochOf(b));
    }),
  );
});

test('a minute reads as the clock on the wall in Shanghai', () => {
  expect(minuteOf('2026-09-08T02:00:30.000Z')).toBe('2026-09-08 10:00');
  expect(minuteOf('2026-12-31T16:05:00.000Z')).toBe('2027-01-01 00:05');
});

test('audiences are ordered, and two of them lie outside the Party', () => {
  expect(AUDIENCES.toSorted(compareAudiences)).toEqual(['named', 'party', 'unit', 'public']);
  expect(AUDIENCES.filter(isOutsideParty)).toEqual(['unit', 'public']);
  for (const a of AUDIENCES) {
    for (const b of AUDIENCES) expect(isWithin(a, b)).toBe(AUDIENCES.indexOf(a) <= AUDIENCES.indexOf(b));
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAfter } from '../../../domain/calendar/due-date.ts';
import { calendarOf, daysAfter, type EditedDays } from '../../../domain/calendar/working-days.ts';
import { addDays, type Day } from '../../../domain/kernel/time.ts';

/** Any day from before the first notice until after the last movable holiday that is known. */
const someDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 365 * 13 })
  .map((count) => addDays('2024-06-01', count));
const someEdits: fc.Arbitrary<EditedDays> = fc.dictionary(
  someDay,
  fc.record({ working: fc.boolean(), name: fc.constantFrom('校庆', '停课', '补课') }),
  { maxKeys: 40 },
);
const someCalendar = someEdits.map(calendarOf);
const someCount = fc.nat({ max: 60 });

test('adding working days and taking them away again leads back to a working day', () => {
  fc.assert(
    fc.property(someCalendar, someDay, someCount, (calendar, day, count) => {
      const start = calendar.nextWorkday(day);
      expect(calendar.addWorkdays(calendar.addWorkdays(start, count), -count)).toBe(start);
      expect(calendar.addWorkdays(calendar.addWorkdays(start, -count), count)).toBe(start);
    }),
  );
});

test('more working days, or a later start, never lead to an earlier day', () => {
  fc.assert(
    fc.property(someCalendar, someDay, someCount, someCount, (calendar, day, count, more) => {
      const reached = calendar.addWorkdays(day, count);
      expect(calendar.addWorkdays(day, count + more) >= reached).toBe(true);
      expect(calendar.addWorkdays(addDays(day, more), count) >= reached).toBe(true);
      expect(calendar.addWorkdays(day, count + 1) > reached).toBe(true);
    }),
  );
});

test('the next working day works, and no day before it does', () => {
  fc.assert(
    fc.property(someCalendar, someDay, (calendar, day) => {
      const next = calendar.nextWorkday(day);
      expect(calendar.dayKind(next).working).toBe(true);
      expect(
        daysAfter(addDays(day, -1), addDays(next, -1)).some((each) => calendar.dayKind(each).working),
      ).toBe(false);
    }),
  );
});

test('a due date lies so many working days, or calendar days, after the day it counts from', () => {
  fc.assert(
    fc.property(someCalendar, someDay, someCount, (calendar, from, days) => {
      const working = dueAfter({ from, days, counting: 'working' }, calendar);
      const plain = dueAfter({ from, days, counting: 'calendar' }, calendar);
      expect(working.due >= plain.due && plain.due >= from).toBe(true);
      expect(daysAfter(from, plain.due)).toHaveLength(days);
      expect(calendar.workdaysBetween(from, working.due)).toBe(days);
      expect(calendar.workdaysBetween(working.due, from)).toBe(0 - days);
      if (days > 0) expect(calendar.dayKind(working.due).working).toBe(true);
    }),
  );
});

test('the days skipped are exactly those that do not work, in order and without overlap', () => {
  fc.assert(
    fc.property(someCalendar, someDay, someCount, (calendar, from, days) => {
      const { due, explanation } = dueAfter({ from, days, counting: 'working' }, calendar);
      const skipped = explanation.skipped.flatMap((range) => daysAfter(addDays(range.from, -1), range.until));
      expect(skipped).toEqual(daysAfter(from, due).filter((day) => !calendar.dayKind(day).working));
    }),
  );
});

test('a day that the district edited always is as the district says', () => {
  fc.assert(
    fc.property(someEdits, (edited) => {
      for (const [day, edit] of Object.entries(edited)) {
        expect(calendarOf(edited).dayKind(day)).toEqual({ ...edit, reason: 'edited', provisional: false });
      }
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { dueAfter } from '../../../domain/calendar/due-date.ts';
import { calendarOf } from '../../../domain/calendar/working-days.ts';

const OFFICIAL = calendarOf({});

describe('calendar days', () => {
  test('a result of 28 September is due 7 days later, inside the holiday, and nothing is skipped', () => {
    expect(dueAfter({ from: '2026-09-28', days: 7, counting: 'calendar' }, OFFICIAL)).toEqual({
      due: '2026-10-05',
      explanation: {
        rule: '自2026年9月28日的次日起算，7日内',
        from: '2026-09-28',
        days: 7,
        counting: 'calendar',
        skipped: [],
        provisional: false,
      },
    });
  });

  test('are never provisional, since no notice moves them', () => {
    const { due, explanation } = dueAfter({ from: '2026-12-28', days: 7, counting: 'calendar' }, OFFICIAL);
    expect(due).toBe('2027-01-04');
    expect(explanation.provisional).toBe(false);
  });
});

describe('working days', () => {
  test('name what they skip, in one range for each reason', () => {
    const { due, explanation } = dueAfter({ from: '2026-09-24', days: 6, counting: 'working' }, OFFICIAL);
    expect(due).toBe('2026-10-10');
    expect(explanation).toEqual({
      rule: '自2026年9月24日的次日起算，6个工作日内',
      from: '2026-09-24',
      days: 6,
      counting: 'working',
      skipped: [
        { from: '2026-09-25', until: '2026-09-27', why: '中秋节' },
        { from: '2026-10-01', until: '2026-10-07', why: '国庆节' },
      ],
      provisional: false,
    });
  });

  test('keep neighbours with different reasons apart, and the same reason on different weeks too', () => {
    const calendar = calendarOf({ '2026-11-09': { working: false, name: '台风停课' } });
    const { due, explanation } = dueAfter({ from: '2026-11-06', days: 5, counting: 'working' }, calendar);
    expect(due).toBe('2026-11-16');
    expect(explanation.skipped).toEqual([
      { from: '2026-11-07', until: '2026-11-08', why: '周末' },
      { from: '2026-11-09', until: '2026-11-09', why: '台风停课' },
      { from: '2026-11-14', until: '2026-11-15', why: '周末' },
    ]);
  });

  test('are provisional as soon as one day on the way is', () => {
    const of = (from: string, days: number) => dueAfter({ from, days, counting: 'working' }, OFFICIAL);
    expect(of('2026-12-30', 1)).toMatchObject({ due: '2026-12-31', explanation: { provisional: false } });
    expect(of('2026-12-30', 2)).toMatchObject({
      due: '2027-01-04',
      explanation: {
        provisional: true,
        skipped: [
          { from: '2027-01-01', until: '2027-01-01', why: '元旦' },
          { from: '2027-01-02', until: '2027-01-03', why: '周末' },
        ],
      },
    });
  });
});

test.each(['calendar', 'working'] as const)('no days (%s) are the day itself', (counting) => {
  expect(dueAfter({ from: '2026-10-01', days: 0, counting }, OFFICIAL)).toMatchObject({
    due: '2026-10-01',
    explanation: { rule: '2026年10月1日当日', skipped: [], provisional: false },
  });
});

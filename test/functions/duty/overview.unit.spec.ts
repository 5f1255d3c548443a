import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import type { ClassStanding, Standing } from '../../../domain/duty/standing.ts';
import type { Day } from '../../../domain/kernel/time.ts';
import { ageing, waitingOf } from '../../../functions/shell/reading/duty-ageing.ts';
import { leadOf, overviewOf } from '../../../functions/shell/reading/duty-overview.ts';

const CALENDAR = calendarOf({});
const TODAY = '2026-12-18';

const unit = (id: string, classes: Record<string, Partial<ClassStanding>>, more: Partial<Standing> = {}) => ({
  isSum: false,
  standing: {
    id,
    name: id,
    period: '2026Q4',
    units: 1,
    classes: Object.fromEntries(
      Object.entries(classes).map(([name, each]) => [
        name,
        { met: 0, late: 0, excused: 0, open: {}, ...each },
      ]),
    ),
    soon: {},
    disclosures: 4,
    exceptions: 1,
    forms: { 会议: 1, 网站: 1 },
    channels: {},
    silent: 0,
    unreachable: 0,
    lastOn: '2026-12-01',
    ...more,
  },
});
const overview = (...parts: ReturnType<typeof unit>[]) =>
  overviewOf({ tally: undefined, parts }, '2026Q4', TODAY, CALENDAR);

describe('what waits', () => {
  const stageOf = (due: Day) =>
    waitingOf([{ met: 0, late: 0, excused: 0, open: { [due]: ['a'] } }], TODAY, ageing(TODAY, CALENDAR))[0];

  // 2026-12-18 is a Friday; the weekends before it do not count.
  it.each([
    ['2026-12-17', '1-3', 1],
    ['2026-12-15', '1-3', 3],
    ['2026-12-14', '4-7', 4],
    ['2026-12-09', '4-7', 7],
    ['2026-12-08', '8-14', 8],
    ['2026-11-30', '8-14', 14],
    ['2026-11-27', '15+', 15],
    ['2026-12-18', 'week', 0],
    ['2026-12-25', 'week', 0],
    ['2026-12-26', 'fortnight', 0],
    ['2027-01-01', 'fortnight', 0],
  ])('due on %s is in stage %s, %i working days late', (due, stage, age) => {
    expect(stageOf(due)).toEqual({ due, count: 1, stage, age });
  });

  it('leaves out what is due later', () => {
    expect(stageOf('2027-01-02')).toBeUndefined();
  });

  it('counts what a sum only numbers', () => {
    const open = { '2026-12-17': 5 };
    const [only] = waitingOf([{ met: 0, late: 0, excused: 0, open }], TODAY, ageing(TODAY, CALENDAR));
    expect(only?.count).toBe(5);
  });
});

describe('the overview', () => {
  it('marks a sum by the worst that is in it', () => {
    const none = { total: 0, met: 0, late: 0, excused: 0, overdue: 0, soon: 0, open: 0 };
    expect(leadOf({ ...none, met: 3, late: 1, open: 1, soon: 1, overdue: 1 })).toBe('overdue');
    expect(leadOf({ ...none, met: 3, late: 1, open: 1, soon: 1 })).toBe('due-soon');
    expect(leadOf({ ...none, met: 3, late: 1, open: 1 })).toBe('open');
    expect(leadOf({ ...none, met: 3, late: 1 })).toBe('met-late');
    expect(leadOf({ ...none, met: 3, excused: 1 })).toBe('met');
    expect(leadOf({ ...none, excused: 1 })).toBe('waived');
  });

  it('finds the classes of which nothing was disclosed, and not those of which nothing is owed', () => {
    const { blank } = overview(
      unit('a', { 组织: { open: { '2026-12-31': ['x'] } }, 思想: { met: 1 }, 廉政: { excused: 1 } }),
      unit('b', { 组织: { open: { '2026-12-31': ['x'] } }, 思想: { open: { '2026-12-31': ['y'] } } }),
    );
    expect(blank).toEqual([
      { name: '组织', blank: 2, of: 2 },
      { name: '思想', blank: 1, of: 2 },
    ]);
  });

  it('[XH-27] reckons its indicators by their formulas', () => {
    const { indicators } = overview(
      unit('a', { 组织: { met: 3, late: 1 } }, { regularity: 0.9 }),
      unit('b', { 组织: { met: 1, open: { '2026-12-01': ['x'] } } }, { regularity: 0.5, disclosures: 6 }),
    );
    expect(indicators.map(({ value }) => value)).toEqual([8 / 10, 2, 0.7, 4 / 6]);
  });

  it('[QD-09] compares units, not sums, and helps those that are behind', () => {
    const sum = { ...unit('sum', { 组织: { open: { '2026-12-01': 9 } } }), isSum: true };
    const { spread } = overview(
      unit('best', { 组织: { met: 4 } }),
      unit('late', { 组织: { met: 1, late: 1 } }),
      unit('worst', { 组织: { met: 1, open: { '2026-12-01': ['x', 'y', 'z'] } } }),
      sum,
    );
    expect(spread).toMatchObject({ best: 1, median: 0.5, worst: 0.25 });
    expect(spread?.help.map(({ id }) => id)).toEqual(['worst']);
    expect(overview(unit('alone', { 组织: { met: 1 } })).spread).toBeUndefined();
  });

  it('names who has been silent for a quarter', () => {
    const { stale } = overview(
      unit('quiet', {}, { lastOn: '2026-09-16' }),
      unit('busy', {}, { lastOn: '2026-09-17' }),
    );
    expect(stale.map(({ id }) => id)).toEqual(['quiet']);
  });
});

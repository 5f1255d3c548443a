import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STATUTORY_HORIZON } from '../../../domain/calendar/notices.ts';
import { knowsMovableDays, statutoryHolidays } from '../../../domain/calendar/statutory.ts';
import { calendarOf, daysAfter, type EditedDays, isSettled } from '../../../domain/calendar/working-days.ts';
import { addDays, type Day } from '../../../domain/kernel/time.ts';
import { newMoonNear, sunPasses } from './sky.ts';

const OFFICIAL = calendarOf({});

type Range = readonly [name: string, from: Day, until: Day];
interface Year {
  readonly off: readonly Range[];
  readonly worked: readonly (readonly [name: string, day: Day])[];
}

/** Copied from the notices by hand: 国办发明电〔2024〕12号 and the one of 4 November 2025. */
const NOTICES: Readonly<Record<string, Year>> = {
  2025: {
    off: [
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04'],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05'],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节', '2025-10-01', '2025-10-05'],
      ['中秋节', '2025-10-06', '2025-10-06'],
      ['国庆节', '2025-10-07', '2025-10-08'],
    ],
    worked: [
      ['春节', '2025-01-26'],
      ['春节', '2025-02-08'],
      ['劳动节', '2025-04-27'],
      ['国庆节', '2025-09-28'],
      ['国庆节', '2025-10-11'],
    ],
  },
  2026: {
    off: [
      ['元旦', '2026-01-01', '2026-01-03'],
      ['春节', '2026-02-15', '2026-02-23'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07'],
    ],
    worked: [
      ['元旦', '2026-01-04'],
      ['春节', '2026-02-14'],
      ['春节', '2026-02-28'],
      ['劳动节', '2026-05-09'],
      ['国庆节', '2026-09-20'],
      ['国庆节', '2026-10-10'],
    ],
  },
};

const daysOf = (year: string): readonly Day[] => daysAfter(`${Number(year) - 1}-12-31`, `${year}-12-31`);
const daysIn = ([, from, until]: Range): readonly Day[] => daysAfter(addDays(from, -1), until);
const isWeekend = (day: Day): boolean =>
  ['Sat', 'Sun'].includes(new Date(day).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' }));

describe.each(Object.entries(NOTICES))('%s, day by day', (year, { off, worked }) => {
  const named = new Map<Day, { working: boolean; name: string }>([
    ...off.flatMap((range) => daysIn(range).map((day) => [day, { working: false, name: range[0] }] as const)),
    ...worked.map(([name, day]) => [day, { working: true, name }] as const),
  ]);

  test('is as the notice of the State Council says, and settled', () => {
    const expected = daysOf(year).map((day) => {
      const notice = named.get(day);
      if (notice)
        return { day, ...notice, reason: notice.working ? 'make-up' : 'holiday', provisional: false };
      return isWeekend(day)
        ? { day, working: false, reason: 'weekend', provisional: false }
        : { day, working: true, reason: 'weekday', provisional: false };
    });
    expect(daysOf(year).map((day) => ({ day, ...OFFICIAL.dayKind(day) }))).toEqual(expected);
    expect(isSettled(year, {})).toBe(true);
  });

  test('moves weekends around and takes no more off than the regulation gives', () => {
    const weekdaysOff = [...named].filter(([day, { working }]) => !working && !isWeekend(day)).length;
    const weekendsOff = [...named].filter(([day, { working }]) => !working && isWeekend(day)).length;
    expect(worked.every(([, day]) => isWeekend(day))).toBe(true);
    // 13 statutory days: 1 + 4 + 1 + 2 + 1 + 1 + 3. A holiday of 9 days may hold two weekends.
    expect(weekdaysOff - worked.length).toBeLessThanOrEqual(13);
    expect(weekendsOff).toBeGreaterThan(0);
  });
});

describe('beyond the horizon', () => {
  test('is after the newest year that chinese-days brings: import a newer one in notices.ts', () => {
    const years = readdirSync('node_modules/chinese-days/dist/years').filter((file) =>
      file.endsWith('.json'),
    );
    expect(STATUTORY_HORIZON).toBe('2026-12-31');
    expect(years.sort().at(-1)).toBe(`${STATUTORY_HORIZON.slice(0, 4)}.json`);
  });

  test.each([
    ['2027-01-01', '元旦'],
    ['2027-02-05', '春节'],
    ['2027-02-06', '春节'],
    ['2027-02-07', '春节'],
    ['2027-02-08', '春节'],
    ['2027-04-05', '清明节'],
    ['2027-05-01', '劳动节'],
    ['2027-05-02', '劳动节'],
    ['2027-06-09', '端午节'],
    ['2027-09-15', '中秋节'],
    ['2027-10-01', '国庆节'],
    ['2027-10-02', '国庆节'],
    ['2027-10-03', '国庆节'],
    ['2035-02-07', '春节'],
  ])('%s is %s, provisionally', (day, name) => {
    expect(OFFICIAL.dayKind(day)).toEqual({ working: false, reason: 'holiday', name, provisional: true });
  });

  test('has thirteen statutory days in 2027, and weekends; all else works, provisionally', () => {
    expect(statutoryHolidays('2027').size).toBe(13);
    for (const day of daysOf('2027')) {
      const { working, provisional } = OFFICIAL.dayKind(day);
      expect({ day, working, provisional }).toEqual({
        day,
        working: !isWeekend(day) && !statutoryHolidays('2027').has(day),
        provisional: true,
      });
    }
  });

  test('and before the first notice, years without a table keep their fixed days and are never settled', () => {
    expect([...statutoryHolidays('2036').keys()]).toEqual([
      '2036-01-01',
      '2036-05-01',
      '2036-05-02',
      '2036-10-01',
      '2036-10-02',
      '2036-10-03',
    ]);
    for (const day of ['2036-01-01', '2024-10-01']) {
      expect(OFFICIAL.dayKind(day)).toMatchObject({ working: false, reason: 'holiday', provisional: true });
    }
    expect(isSettled('2036', entered([...statutoryHolidays('2036').keys()]))).toBe(false);
  });
});

const entered = (days: readonly Day[]): EditedDays =>
  Object.fromEntries(days.map((day) => [day, { working: false, name: '放假' }]));

describe('the movable holidays', () => {
  const YEARS = ['2027', '2028', '2029', '2030', '2031', '2032', '2033', '2034', '2035'];
  const first = (year: string, wanted: string): Day => {
    const [day] = [...statutoryHolidays(year)].find(([, name]) => name === wanted) ?? [];
    if (day === undefined) throw new Error(`no ${wanted} in ${year}`);
    return day;
  };
  const newYear = (year: string) => addDays(first(year, '春节'), 1);
  const lunar = (year: string) => ({
    '1/1': newYear(year),
    '5/5': first(year, '端午节'),
    '8/15': first(year, '中秋节'),
  });

  test('are known for exactly these years', () => {
    expect(YEARS.every(knowsMovableDays)).toBe(true);
    expect(['2026', '2036', 'toString'].some(knowsMovableDays)).toBe(false);
  });

  test.each(YEARS)('%s: lunar months begin with the new moon, 清明 with the sun at 15°', (year) => {
    const { '1/1': spring, '5/5': duanwu, '8/15': midAutumn } = lunar(year);
    expect(newMoonNear(spring)).toBe(spring);
    expect(addDays(newMoonNear(addDays(duanwu, -4)), 4)).toBe(duanwu);
    expect(addDays(newMoonNear(addDays(midAutumn, -14)), 14)).toBe(midAutumn);
    expect(sunPasses(15, first(year, '清明节'))).toBe(true);
  });

  // The ICU of Node 24 reckons the new moons of 2027-02-06 23:56 and 2030-02-03 00:07 onto the wrong side of midnight.
  test.each(YEARS)('%s: Intl knows the same months, to a day', (year) => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    for (const [monthAndDay, day] of Object.entries(lunar(year))) {
      const around = [-1, 0, 1].map((count) => chinese.format(new Date(addDays(day, count))));
      expect(around).toContain(monthAndDay);
    }
  });
});

describe('days that the district edited', () => {
  const edited: EditedDays = {
    '2026-10-09': { working: false, name: '校运动会' },
    '2026-10-03': { working: true, name: '值班' },
    '2027-03-03': { working: false, name: '台风停课' },
  };
  const calendar = calendarOf(edited);

  test('win over notice, weekend and weekday, and are not provisional', () => {
    for (const [day, edit] of Object.entries(edited)) {
      expect(calendar.dayKind(day)).toEqual({ ...edit, reason: 'edited', provisional: false });
    }
    expect(calendar.dayKind('2027-03-04').provisional).toBe(true);
  });

  test('settle a year once every statutory holiday of it is among them', () => {
    const statutory = [...statutoryHolidays('2027').keys()];
    const all = entered(statutory);
    expect(isSettled('2027', all)).toBe(true);
    expect(calendarOf(all).dayKind('2027-03-04').provisional).toBe(false);
    for (const missing of statutory) {
      const { [missing]: _, ...others } = all;
      expect(isSettled('2027', others)).toBe(false);
      expect(isSettled('2027', { ...all, [missing]: { working: true, name: '值班' } })).toBe(false);
    }
  });
});

describe('counting', () => {
  test('over the National Day of 2026: the fifth working day after 28 September is Saturday 10 October', () => {
    expect(OFFICIAL.addWorkdays('2026-09-28', 5)).toBe('2026-10-10');
    expect(OFFICIAL.addWorkdays('2026-10-10', -5)).toBe('2026-09-28');
    expect(OFFICIAL.workdaysBetween('2026-09-28', '2026-10-10')).toBe(5);
    expect(OFFICIAL.workdaysBetween('2026-10-10', '2026-09-28')).toBe(-5);
  });

  test('starts the day after, also from a day off', () => {
    expect(OFFICIAL.addWorkdays('2026-10-01', 1)).toBe('2026-10-08');
    expect(OFFICIAL.addWorkdays('2026-10-01', 0)).toBe('2026-10-01');
    expect(OFFICIAL.addWorkdays('2026-10-08', -1)).toBe('2026-09-30');
  });

  test('the next working day is the day itself if it works', () => {
    expect(OFFICIAL.nextWorkday('2026-09-30')).toBe('2026-09-30');
    expect(OFFICIAL.nextWorkday('2026-10-01')).toBe('2026-10-08');
    expect(OFFICIAL.nextWorkday('2026-02-14')).toBe('2026-02-14');
    expect(OFFICIAL.nextWorkday('2026-12-31')).toBe('2026-12-31');
    expect(OFFICIAL.nextWorkday('2027-01-01')).toBe('2027-01-04');
  });
});

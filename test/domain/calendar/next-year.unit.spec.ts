import { expect, test } from 'vitest';
import { needsNextYearNotice } from '../../../domain/calendar/next-year.ts';
import { statutoryHolidays } from '../../../domain/calendar/statutory.ts';
import type { EditedDays } from '../../../domain/calendar/working-days.ts';

const NOTICE_OF_2027: EditedDays = Object.fromEntries(
  [...statutoryHolidays('2027')].map(([day, name]) => [day, { working: false, name }]),
);

test('from 1 November on, the office is warned that next year’s holidays are missing', () => {
  expect(needsNextYearNotice('2026-10-31', {})).toBeUndefined();
  expect(needsNextYearNotice('2026-11-01', {})).toEqual({
    year: 2027,
    since: '2026-11-01',
    provisionalNotice:
      '2027年节假日安排尚未录入，该年的到期日暂按法定节假日和周末推算，可能变动。请在国务院办公厅通知发布后，逐日录入放假和调休上班日期。',
  });
});

test('nobody is warned of a year whose notice is known', () => {
  expect(needsNextYearNotice('2025-11-01', {})).toBeUndefined();
  expect(needsNextYearNotice('2024-06-01', {})).toBeUndefined();
});

test('the warning does not go away with the year, but with the entry of the holidays', () => {
  expect(needsNextYearNotice('2027-01-01', {})).toMatchObject({ year: 2027, since: '2026-11-01' });
  expect(needsNextYearNotice('2027-12-01', {})).toMatchObject({ year: 2027 });
  expect(needsNextYearNotice('2026-12-01', NOTICE_OF_2027)).toBeUndefined();
  expect(needsNextYearNotice('2027-10-31', NOTICE_OF_2027)).toBeUndefined();
  expect(needsNextYearNotice('2027-11-01', NOTICE_OF_2027)).toMatchObject({
    year: 2028,
    since: '2027-11-01',
  });
});

test('a single edited day does not pass for a notice', () => {
  const edited = { '2027-03-12': { working: false, name: '植树活动' } };
  expect(needsNextYearNotice('2026-11-01', edited)).toMatchObject({ year: 2027 });
});

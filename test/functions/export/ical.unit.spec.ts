import { expect, it } from 'vitest';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { dueDaysOf } from '../../../functions/export/ical.ts';
import { DutyReadings } from '../../../functions/shell/reading/duties.ts';
import { BUSY, dutyDistrict, TODAY } from '../../browser/support/duties.ts';
import { ADMINISTRATOR, DISTRICT } from '../../browser/support/memory-district.ts';

it('is a calendar of whole days, one for each duty that is still open', async () => {
  const services = (await dutyDistrict()).services('https://gongkai.example.edu.cn');
  const scope = new OrgScope(BUSY);
  const reader = await services.readings.reader(scope, ADMINISTRATOR, TODAY);
  const sheet = await new DutyReadings({ ...services, district: DISTRICT }).sheet(
    scope,
    reader,
    '2026Q4',
    TODAY,
  );
  if (!sheet) throw new Error('no ledger');
  const text = dueDaysOf({
    organisation: { id: BUSY, name: '东方小学党支部' },
    sheets: [sheet],
    url: `https://gongkai.example.edu.cn/desk/o/${BUSY}/duties`,
    now: TODAY,
  });
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const { overdue = 0, open = 0, 'due-soon': soon = 0 } = sheet.counts;
  expect(overdue + open + soon).toBe(6);
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(6);
  expect(lines.filter((line) => line === 'DTSTART;VALUE=DATE:20261231')).toHaveLength(4);
  expect(lines).toContain('DTSTART;VALUE=DATE:20261203');
  expect(lines).toContain('DTSTAMP:20261225T013000Z');
  expect(text).not.toContain('TZID');
  const uids = lines.filter((line) => line.startsWith('UID:'));
  expect(new Set(uids).size).toBe(6);
  expect(lines.some((line) => line.startsWith('SUMMARY:【逾期】'))).toBe(true);
  expect(
    Buffer.byteLength(text.split('\r\n').toSorted((a, b) => b.length - a.length)[0] ?? ''),
  ).toBeLessThanOrEqual(75);
});

import { describe, expect, test } from 'vitest';
import { summaryDueOn, yearAskedOn } from '../../../domain/summary/due.ts';
import { filingDecider } from '../../../domain/summary/filing.ts';
import type { FilingCommandOf, FilingCommandType } from '../../../domain/summary/filing-commands.ts';
import { FILING_REFUSALS } from '../../../domain/summary/filing-refusals.ts';
import { filingCardOf } from '../../../domain/summary/filing-state.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, NOW, DISTRICT as OFFICE, organisation, person, SCHOOL } from '../item/school.ts';

const DISTRICT = organisation('区教育党工委', [
  ['qu-office', 'office', 'head'],
  ['qu-supervisor', 'supervision-group', 'head'],
]);
const TEXT = { title: '2026年度党务公开工作总结', text: '全年公开事项十二件。' };
const SPECIAL = { title: '关于公开栏专项检查的报告', text: '已逐校检查。', receiver: 'supervision-group' };

interface Changes {
  readonly by?: string;
  readonly now?: string;
  readonly at?: string;
  readonly superior?: typeof DISTRICT;
}
const command = <Type extends FilingCommandType>(
  type: Type,
  data: object,
  { by = 'li', now = NOW, at: place = 'qu', ...more }: Changes = {},
) =>
  ({
    type,
    data,
    now,
    actor: person(by),
    facts: { organisation: SCHOOL, superior: DISTRICT, at: place, ...more },
  }) as unknown as FilingCommandOf<Type>;

const nothing = () => given(filingDecider);
const filed = (changes?: Changes) =>
  nothing().when(command('FileSummary', { year: '2026', ...TEXT }, changes));
const special = () => nothing().when(command('FileSpecialReport', SPECIAL));
const acknowledge = (by: string, more: Changes = {}) =>
  command('AcknowledgeFiling', { remark: '已阅' }, { by, ...more });
const sendBack = command('ReturnFiling', { reason: '缺少整改情况' }, { by: 'qu-office' });

describe('a yearly summary', () => {
  test('is filed by the office, with the day by which the superior wants it', () => {
    filed().then([{ type: 'SummaryFiled', data: { year: '2026', ...TEXT, to: 'qu', dueOn: '2027-01-31' } }]);
    filed({ by: 'lin' }).thenRefused('not-permitted');
    nothing()
      .when(command('FileSummary', { year: '2027', ...TEXT }))
      .thenRefused('filing-year-not-begun', { year: '2027' });
    const { superior: _, ...alone } = SCHOOL;
    const { facts } = command('FileSummary', { year: '2026', ...TEXT });
    nothing()
      .when({
        ...command('FileSummary', { year: '2026', ...TEXT }),
        facts: { ...facts, organisation: alone },
      } as never)
      .thenRefused('filing-without-superior');
    nothing()
      .when(command('FileSummary', { year: '2026', title: '总结', text: '联系人电话13812345678。' }))
      .thenRefused('filing-holds-personal-data', { count: 1 });
  });

  test('is filed once, unless it was sent back', () => {
    const again = command('FileSummary', { year: '2026', ...TEXT });
    filed().when(again).thenRefused('filing-sent');
    const returned = filed().when(sendBack);
    expect(returned.state).toMatchObject({ stage: 'returned', returned: { reason: '缺少整改情况' } });
    returned.when(acknowledge('qu-office')).thenRefused('filing-returned');
    returned.when(sendBack).then([]);
    expect(returned.when(again).state?.stage).toBe('filed');
  });

  test('is late after the day', () => {
    const late = filed({ now: at('2027-02-01 00:00') }).state;
    const card = late && filingCardOf(late, { id: 'summary-2026', organisation: 'dongfang' });
    expect(card).toMatchObject({ late: true, dueOn: '2027-01-31' });
    expect(card).not.toHaveProperty('text');
  });

  test('is due when the policy of the superior says so', () => {
    const due = (summaryDueOn_: string) =>
      summaryDueOn('2026', { ...OFFICE.policy, summaryDueOn: summaryDueOn_ });
    expect(summaryDueOn('2026', OFFICE.policy)).toBe('2027-01-31');
    expect(due('11-30')).toBe('2026-11-30');
    expect(due('02-29')).toBe('2027-02-28');
    expect(yearAskedOn('2026-10-31')).toBe('2025');
    expect(yearAskedOn('2026-11-01')).toBe('2026');
  });
});

describe('the receipt', () => {
  test('is the body above that it is for, and no other', () => {
    special().when(acknowledge('qu-office')).thenRefused('not-permitted');
    const done = special().when(acknowledge('qu-supervisor'));
    done.then([{ type: 'FilingAcknowledged', data: { remark: '已阅' } }]);
    expect(done.state).toMatchObject({
      stage: 'acknowledged',
      acknowledged: { by: 'qu-supervisor', at: NOW },
    });
    done.when(acknowledge('qu-supervisor')).then([]);
    filed().when(acknowledge('qu-office')).when(sendBack).thenRefused('filing-acknowledged');
  });

  test('is given where it was filed only', () => {
    filed()
      .when(acknowledge('qu-office', { at: 'elsewhere' }))
      .thenRefused('filing-unknown');
    nothing().when(acknowledge('qu-office')).thenRefused('filing-unknown');
  });
});

test('every refusal is met here', () => {
  expect(unexercised(FILING_REFUSALS, import.meta.dirname)).toEqual([]);
});

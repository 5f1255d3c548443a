import { describe, expect, test } from 'vitest';
import { enquiryDecider } from '../../../domain/enquiry/enquiry.ts';
import { ENQUIRY_PRESETS, enquiryRules } from '../../../domain/enquiry/rules.ts';
import { legNow } from '../../../domain/enquiry/state.ts';
import { endOfDay, startOfDay } from '../../../domain/kernel/time.ts';
import { DEFAULT_POLICY } from '../../../domain/organisation/policy.ts';
import { policySchema } from '../../../domain/organisation/policy-schema.ts';
import { at, organisation, person, SCHOOL } from '../item/school.ts';
import { caseOf, FACTS, issue, passTime, propose, registered } from './cases.ts';

const pause = (until = '2026-09-11', when = {}) =>
  issue('PauseClock', { ground: 'third-party', text: '向租赁公司征求意见。', until }, when);
const clarity = (until = '2026-09-11', when = {}) =>
  issue('AskForClarity', { text: '请说明需要哪一年的合同。', until }, when);
const resume = (now: string) => issue('ResumeClock', {}, { now });
const dueOf = (state: Parameters<typeof caseOf>[0]) => legNow(caseOf(state))?.due;

describe('the rules', () => {
  const policy = (enquiries: (typeof DEFAULT_POLICY)['enquiries']) => ({ ...DEFAULT_POLICY, enquiries });

  test('are a local rule by name, or figures; nothing said, the superior’s', () => {
    expect(enquiryRules(DEFAULT_POLICY)).toEqual(ENQUIRY_PRESETS['three-to-ten']);
    expect(enquiryRules(policy('fifteen'))).toEqual(ENQUIRY_PRESETS.fifteen);
    expect(enquiryRules(DEFAULT_POLICY, policy('fifteen'))).toEqual(ENQUIRY_PRESETS.fifteen);
    const own = { decideDays: 20, longestDays: 40, discloseDays: 2, complaintDays: 10, pauseDays: 30 };
    expect(enquiryRules(policy(own), policy('fifteen'))).toMatchObject({ decideDays: 15, discloseDays: 2 });
    expect(policySchema.safeParse(policy('fifteen')).success).toBe(true);
    expect(policySchema.safeParse(policy(own)).success).toBe(true);
    expect(policySchema.safeParse(policy({ ...own, decideDays: 0 })).success).toBe(false);
    expect(policySchema.safeParse(policy('some-day' as never)).success).toBe(false);
  });

  test('set the date', () => {
    const facts = { ...FACTS, organisation: { ...SCHOOL, policy: policy('fifteen') } };
    expect(dueOf(registered({}, { facts }).state)).toBe('2026-09-21');
  });
});

describe('PauseClock', () => {
  test('stops the clock to a day, and what was left is left', () => {
    const paused = registered().when(pause('2026-09-11', { now: at('2026-09-02 10:00') }));
    expect(caseOf(paused.state)).toMatchObject({ stage: 'paused', standstill: { left: 2, by: 'li' } });
    expect(enquiryDecider.nextDue(paused.state)).toBe(endOfDay('2026-09-11'));
    paused.when(passTime(at('2026-09-09 09:00'))).then([]);
    const resumed = paused.when(resume(at('2026-09-09 09:00')));
    expect(dueOf(resumed.state)).toBe('2026-09-11');
    expect(caseOf(resumed.state).legs.map(({ why }) => why)).toEqual(['registered', 'resumed']);
  });

  test('ends by itself when its day has passed, however late the clock is', () => {
    const paused = registered().when(pause('2026-09-11'));
    const resumed = paused.when(passTime(endOfDay('2026-09-11')));
    resumed.thenTypes('EnquiryResumed');
    expect(dueOf(resumed.state)).toBe('2026-09-16');
    paused
      .when(passTime(at('2026-09-30 09:00')))
      .thenTypes('EnquiryResumed', 'EnquiryDueSoon', 'EnquiryOverdue');
  });

  test('leaves a day at least', () => {
    const paused = registered().when(pause('2026-09-11', { now: at('2026-09-04 17:00') }));
    expect(dueOf(paused.when(resume(at('2026-09-09 09:00'))).state)).toBe('2026-09-10');
  });

  test('is not for a date that was missed, nor for ever, nor again and again', () => {
    const now = at('2026-09-05 09:00');
    registered().when(pause('2026-09-11', { now })).thenRefused('deadline-passed', { due: '2026-09-04' });
    registered()
      .when(pause('2026-10-02'))
      .thenRefused('day-out-of-range', { earliest: '2026-09-02', latest: '2026-10-01' });
    registered().when(pause('2026-09-01')).thenRefused('day-out-of-range');
    const again = (outcome: ReturnType<typeof registered>) =>
      outcome.when(pause()).when(resume(at('2026-09-01 10:00')));
    again(again(again(registered())))
      .when(clarity())
      .thenRefused('paused-too-often', { most: 3 });
    registered().when(propose()).when(pause()).thenRefused('decision-pending');
    registered()
      .when(pause('2026-09-11', { by: person('teacher-qian') }))
      .thenRefused('not-permitted');
    registered()
      .when(resume(at('2026-09-01 10:00')))
      .thenRefused('wrong-stage');
  });

  test('lets nothing be decided meanwhile', () => {
    registered().when(pause()).when(propose()).thenRefused('wrong-stage', { stage: '暂停计时' });
    registered().when(clarity()).when(propose()).thenRefused('wrong-stage', { stage: '待申请人补正' });
  });
});

test('AskForClarity waits for the asker to a day, and then goes on without them', () => {
  const waiting = registered().when(clarity('2026-09-10'));
  expect(caseOf(waiting.state).stage).toBe('clarifying');
  expect(legNow(caseOf(waiting.state))).toBeUndefined();
  const after = waiting.when(passTime(endOfDay('2026-09-10')));
  expect([caseOf(after.state).stage, dueOf(after.state)]).toEqual(['to-approve', '2026-09-15']);
  registered()
    .when(issue('AskForClarity', { text: '请致电13800138000', until: '2026-09-10' }))
    .thenRefused('reply-holds-personal-data');
});

describe('ExtendEnquiry', () => {
  const extend = (days: number, by = 'chen', now = at('2026-09-02 09:00')) =>
    issue('ExtendEnquiry', { days, reason: '需核对近三年合同。' }, { by: person(by), now });

  test('is the leading group’s, once, within the longest that the rules allow', () => {
    const extended = registered().when(extend(10));
    expect(caseOf(extended.state).legs.map(({ why, due }) => [why, due])).toEqual([
      ['registered', '2026-09-04'],
      ['extended', '2026-09-15'],
    ]);
    extended.when(extend(10)).thenRefused('already-extended');
    registered().when(extend(11)).thenRefused('extension-out-of-range', { least: 4, most: 10 });
    registered().when(extend(3)).thenRefused('extension-out-of-range');
    registered().when(extend(10, 'li')).thenRefused('not-permitted', { allowed: '党务公开领导小组任一成员' });
    registered()
      .when(extend(10, 'chen', at('2026-09-07 09:00')))
      .thenRefused('deadline-passed');
  });

  test('falls to the superior’s leading group where there is none', () => {
    const small = organisation('无组学校', [['li', 'office', 'head']], [], { superior: 'qu' });
    const facts = { ...FACTS, organisation: small };
    const extend = issue('ExtendEnquiry', { days: 5, reason: '核对。' }, { by: person('qu-member'), facts });
    registered({}, { facts }).when(extend).thenTypes('EnquiryExtended');
  });
});

describe('the clock', () => {
  test('reminds a working day before, and then says that it is late, each once', () => {
    const { state } = registered();
    expect(enquiryDecider.nextDue(state)).toBe(startOfDay('2026-09-03'));
    const reminded = registered().when(passTime(startOfDay('2026-09-03')));
    reminded.then([{ type: 'EnquiryDueSoon', data: { due: '2026-09-04' } }]);
    reminded.when(passTime(at('2026-09-04 23:59'))).then([]);
    const late = reminded.when(passTime(endOfDay('2026-09-04')));
    late.then([{ type: 'EnquiryOverdue', data: { due: '2026-09-04' } }]);
    late.when(passTime(at('2026-12-01 09:00'))).then([]);
  });
});

import { describe, expect, test } from 'vitest';
import { enquiryCommands } from '../../../domain/enquiry/commands.ts';
import { ENQUIRY_REFUSALS } from '../../../domain/enquiry/refusals.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, organisation, person, SMALL_SCHOOL } from '../item/school.ts';
import {
  approve,
  ask,
  caseOf,
  decided,
  FACTS,
  HOLDER,
  issue,
  nothing,
  propose,
  QUESTION,
  registered,
  VISITOR,
} from './cases.ts';

const ID_NUMBER = '320305199001011232';

describe('RegisterEnquiry', () => {
  test('is a case with an owner and an explained date from the first minute', () => {
    const { state } = registered();
    const enquiry = caseOf(state);
    expect(enquiry).toMatchObject({ stage: 'to-approve', owner: 'li', overdue: false });
    expect(enquiry.legs).toEqual([
      {
        why: 'registered',
        due: '2026-09-04',
        remindOn: '2026-09-03',
        explanation: {
          rule: '自2026年9月1日的次日起算，3个工作日内',
          from: '2026-09-01',
          days: 3,
          counting: 'working',
          skipped: [],
          provisional: false,
        },
      },
    ]);
    registered().when(ask()).thenRefused('enquiry-exists');
  });

  test('skips holidays and says which', () => {
    const [leg] = caseOf(registered({}, { now: at('2026-09-30 10:00') }).state).legs;
    expect(leg?.due).toBe('2026-10-10');
    expect(leg?.explanation.skipped).toEqual([{ from: '2026-10-01', until: '2026-10-07', why: '国庆节' }]);
  });

  test('keeps the rows that it touches, and none when it is outside the catalogue', () => {
    const within = registered({}, { facts: { ...FACTS, rows: ['b-12'] } });
    expect(caseOf(within.state).rows).toEqual(['b-12']);
    expect(caseOf(registered().state).rows).toEqual([]);
  });

  test('keeps whoever asked under their name, and nothing of who did not', () => {
    const signed = registered({ from: { kind: 'signed' } }, { by: person('wu') });
    expect(caseOf(signed.state).asker).toBe('wu');
    expect(JSON.stringify(registered().state)).not.toContain('wu');
    nothing()
      .when(ask({}, { by: person('wu') }))
      .thenRefused('enquiry-anonymity-broken');
    nothing()
      .when(ask({ from: { kind: 'signed' } }))
      .thenRefused('enquiry-name-missing', { field: 'from.name' });
    nothing()
      .when(ask({ from: { kind: 'signed' }, channel: 'phone' }, { by: person('li') }))
      .thenRefused('enquiry-name-missing');
  });

  test('never makes the asker its owner', () => {
    const own = registered({ from: { kind: 'signed' } }, { by: person('li') });
    expect(caseOf(own.state).owner).toBe('wang');
    const lone = organisation('独岗学校', [['li', 'office', 'head']], [], { superior: 'qu' });
    const up = registered(
      { from: { kind: 'signed' } },
      { by: person('li'), facts: { ...FACTS, organisation: lone } },
    );
    expect(caseOf(up.state)).toMatchObject({ owner: 'qu-office', ownerAbove: true });
    const { superior: _, ...alone } = FACTS;
    nothing()
      .when(ask({}, { facts: { ...alone, organisation: organisation('空校', []) } }))
      .thenRefused('nobody-in-charge');
  });

  test('by word of mouth is written down by the office', () => {
    const spoken = { channel: 'visit' as const };
    nothing().when(ask(spoken)).thenRefused('not-permitted');
    const taken = registered(spoken, { by: person('wang') });
    expect(caseOf(taken.state)).toMatchObject({ takenBy: 'wang', stage: 'to-approve' });
    const known = registered({ ...spoken, person: 'zhou' }, { by: person('wang') });
    expect(caseOf(known.state).asker).toBe('zhou');
    nothing()
      .when(ask({ ...spoken, person: 'stranger' }, { by: person('wang') }))
      .thenRefused('asker-not-on-roster', { person: 'stranger' });
    nothing()
      .when(ask({ person: 'zhou' }))
      .thenRefused('written-down-only', { field: 'person' });
    nothing()
      .when(ask({ answer: { text: '见公开栏。' } }))
      .thenRefused('written-down-only', { field: 'answer' });
  });

  test('is no case once it was answered on the spot', () => {
    const answered = (answer: object, facts = FACTS) =>
      nothing().when(
        ask({ channel: 'visit', answer: { text: '见公开栏。', ...answer } }, { by: person('li'), facts }),
      );
    const enquiry = caseOf(answered({ row: 'b-12' }, { ...FACTS, links: { row: 'known' } }).state);
    expect(enquiry).toMatchObject({ stage: 'answered', legs: [] });
    expect(enquiry.owner).toBeUndefined();
    answered({ row: 'b-99' }, { ...FACTS, links: { row: 'unknown' } }).thenRefused('enquiry-row-unknown', {
      field: 'answer.row',
    });
    answered({ text: `他的身份证号是${ID_NUMBER}` }).thenRefused('reply-holds-personal-data');
    answered({}).when(propose()).thenRefused('wrong-stage', { stage: '已当场答复' });
  });

  test('takes no personal data', () => {
    nothing()
      .when(ask({ subject: `我的身份证号${ID_NUMBER}` }))
      .thenRefused('question-holds-personal-data', { field: 'subject', count: 1 });
    nothing()
      .when(ask({ details: '请回电13800138000' }))
      .thenRefused('question-holds-personal-data', { field: 'details' });
  });

  test('takes words within their limits', () => {
    const parses = (data: object) =>
      enquiryCommands.RegisterEnquiry.safeParse({ ...QUESTION, ...data }).success;
    expect(parses({})).toBe(true);
    expect(parses({ subject: '问'.repeat(121) })).toBe(false);
    expect(parses({ subject: '两\n行' })).toBe(false);
    expect(parses({ details: '问'.repeat(1001) })).toBe(false);
    expect(parses({ asker: 'zhou' })).toBe(false);
    expect(parses({ channel: 'fax' })).toBe(false);
  });
});

describe('AssignEnquiry', () => {
  const assign = (owner: string, by = 'wang') => issue('AssignEnquiry', { owner }, { by: person(by) });

  test('gives it to somebody on the roster who did not ask', () => {
    registered()
      .when(assign('wu'))
      .then([{ type: 'EnquiryAssigned', data: { owner: 'wu' } }]);
    registered().when(assign('li')).then([]);
    registered().when(assign('stranger')).thenRefused('enquiry-owner-not-on-roster', { person: 'stranger' });
    registered().when(assign('wu', 'teacher-qian')).thenRefused('not-permitted');
    const signed = registered({ from: { kind: 'signed' } }, { by: person('wu') });
    signed.when(assign('wu')).thenRefused('owner-is-asker');
    nothing().when(assign('wu')).thenRefused('enquiry-unknown');
  });

  test('brings a case that had to go up back to the organisation', () => {
    const lone = organisation('独岗学校', [['li', 'office', 'head']], ['wu'], { superior: 'qu' });
    const facts = { ...FACTS, organisation: lone };
    const up = registered({ from: { kind: 'signed' } }, { by: person('li'), facts });
    const back = up.when(issue('AssignEnquiry', { owner: 'wu' }, { by: person('qu-office'), facts }));
    expect(caseOf(back.state)).toMatchObject({ owner: 'wu' });
    expect(caseOf(back.state).ownerAbove).toBeUndefined();
  });
});

test('nobody handles their own request, whatever seat they hold', () => {
  const own = registered({ from: { kind: 'signed' } }, { by: person('zhou') });
  const zhou = { by: person('zhou') };
  own.when(issue('AssignEnquiry', { owner: 'wu' }, zhou)).thenRefused('own-enquiry');
  own.when(propose(undefined, zhou)).thenRefused('own-enquiry');
  own.when(propose()).when(approve()).thenRefused('own-enquiry');
  own
    .when(propose())
    .when(issue('ReturnDecision', { reason: '不同意' }, zhou))
    .thenRefused('own-enquiry');
  own.when(issue('ExtendEnquiry', { days: 5, reason: '情况复杂' }, zhou)).thenRefused('own-enquiry');
  own
    .when(propose())
    .when(approve({ by: person('chen') }))
    .thenTypes('EnquiryStepPassed', 'EnquiryDecided');
  const visit = { channel: 'visit' as const, question: '进展如何', answer: '正在办理' };
  own.when(issue('RecordVisit', visit, zhou)).thenRefused('own-enquiry');
});

describe('Clarify', () => {
  const unclear = registered().when(
    issue('AskForClarity', { text: '请说明需要哪一年的合同。', until: '2026-09-10' }),
  );

  test('is the asker’s, by log-in or receipt, or the office’s that writes it down', () => {
    const text = '需要2025年的合同。';
    unclear.when(issue('Clarify', { text }, HOLDER)).thenTypes('EnquiryClarified');
    unclear.when(issue('Clarify', { text })).thenTypes('EnquiryClarified');
    unclear.when(issue('Clarify', { text }, { by: VISITOR })).thenRefused('not-permitted');
    unclear
      .when(issue('Clarify', { text: `身份证${ID_NUMBER}` }, HOLDER))
      .thenRefused('question-holds-personal-data');
    registered()
      .when(issue('Clarify', { text }, HOLDER))
      .thenRefused('wrong-stage');
  });

  test('lets the clock go on with the days that were left', () => {
    const now = at('2026-09-08 15:00');
    const { state } = unclear.when(issue('Clarify', { text: '2025年的。' }, { ...HOLDER, now }));
    expect(caseOf(state)).toMatchObject({ stage: 'to-approve', clarifications: [{ text: '2025年的。' }] });
    expect(caseOf(state).legs.map(({ why, due }) => [why, due])).toEqual([
      ['registered', '2026-09-04'],
      ['clarified', '2026-09-11'],
    ]);
  });
});

test('RecordVisit keeps who was told what, also on a case that is over', () => {
  const visit = { channel: 'phone' as const, question: '办得怎样了？', answer: '已经报领导小组审批。' };
  const visited = decided().when(issue('RecordVisit', visit, { by: person('wang') }));
  expect(caseOf(visited.state).visits).toEqual([{ ...visit, by: 'wang', at: at('2026-09-01 09:00') }]);
  decided()
    .when(issue('RecordVisit', { ...visit, question: '我的电话13800138000' }))
    .thenRefused('question-holds-personal-data', { field: 'question' });
  decided()
    .when(issue('RecordVisit', { ...visit, answer: '他的电话13800138000' }))
    .thenRefused('reply-holds-personal-data', { field: 'answer' });
});

test('two people are enough: neither decides alone', () => {
  const facts = { ...FACTS, organisation: SMALL_SCHOOL };
  const small = registered({}, { facts }).when(propose(undefined, { by: person('sun'), facts }));
  small.when(approve({ by: person('sun'), facts })).thenRefused('own-proposal');
  small.when(approve({ by: person('gao'), facts })).thenTypes('EnquiryStepPassed', 'EnquiryDecided');
});

test('every refusal is exercised', () => {
  expect(unexercised(ENQUIRY_REFUSALS, import.meta.dirname)).toEqual([]);
});

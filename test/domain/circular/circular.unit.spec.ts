import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { addressedIn } from '../../../domain/circular/addressed.ts';
import { circularDecider } from '../../../domain/circular/circular.ts';
import type {
  CircularCommandOf,
  CircularCommandType,
  ReceiptCommandOf,
  ReceiptCommandType,
} from '../../../domain/circular/commands.ts';
import { receiptDecider } from '../../../domain/circular/receipt.ts';
import { receiptCardOf } from '../../../domain/circular/receipt-state.ts';
import { CIRCULAR_REFUSALS } from '../../../domain/circular/refusals.ts';
import type { Circular } from '../../../domain/circular/state.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { given } from '../../support/decider.ts';
import { unexercised } from '../../support/refusal-coverage.ts';
import { at, DISTRICT, NOW, person, SCHOOL } from '../item/school.ts';

const DATA = {
  title: '关于开展廉政学习的通知',
  text: '请组织全体党员学习。',
  recipients: ['dongfang', 'hezui'],
  readers: 'party',
  task: '学习后报送小结。',
  dueOn: '2026-09-10',
} as const;

const issue = <Type extends CircularCommandType>(type: Type, data: object = DATA, by = 'qu-office') =>
  ({
    type,
    data,
    now: NOW,
    actor: person(by),
    facts: { organisation: DISTRICT, calendar: calendarOf({}), reach: new Set(['qu', 'dongfang', 'hezui']) },
  }) as unknown as CircularCommandOf<Type>;

describe('a circular', () => {
  const issued = () => given(circularDecider).when(issue('IssueCircular'));

  test('goes to organisations below, by the office', () => {
    issued().then([{ type: 'CircularIssued', data: { ...DATA, steps: expect.any(Object) } }] as never);
    issued().when(issue('IssueCircular')).thenRefused('circular-exists');
    given(circularDecider)
      .when(issue('IssueCircular', DATA, 'qu-member-of-nothing'))
      .thenRefused('not-permitted');
  });

  test('goes nowhere else, and not with a day that is over', () => {
    given(circularDecider)
      .when(issue('IssueCircular', { ...DATA, recipients: ['dongfang', 'elsewhere'] }))
      .thenRefused('circular-recipient-elsewhere', { recipient: 'elsewhere' });
    given(circularDecider)
      .when(issue('IssueCircular', { ...DATA, dueOn: '2026-08-31' }))
      .thenRefused('circular-due-past');
  });

  test('is withdrawn once, with a reason', () => {
    const withdraw = issue('WithdrawCircular', { reason: '重复' });
    issued().when(withdraw).thenTypes('CircularWithdrawn');
    issued().when(withdraw).when(withdraw).then([]);
    given(circularDecider).when(withdraw).thenRefused('circular-unknown');
  });
});

describe('its receipt', () => {
  const circular: Circular = { ...DATA, recipients: [...DATA.recipients], issuedAt: NOW };
  const answer = <Type extends ReceiptCommandType>(
    type: Type,
    by: string,
    {
      now = NOW,
      changes = {},
      organisation = 'dongfang',
    }: { now?: string; changes?: Partial<Circular>; organisation?: string } = {},
  ) =>
    ({
      type,
      data: {},
      now,
      actor: person(by),
      facts: {
        organisation: SCHOOL,
        issuer: 'qu',
        circular: { ...circular, ...changes },
        reader: { person: by, organisation, partyMember: true, staff: true, official: false },
      },
    }) as unknown as ReceiptCommandOf<Type>;
  const nothing = () => given(receiptDecider);

  test('says who read it, each once', () => {
    const read = nothing().when(answer('ReadCircular', 'wu'));
    read.then([{ type: 'CircularRead', data: { issuer: 'qu' } }]);
    read.when(answer('ReadCircular', 'wu')).then([]);
    const both = read.when(answer('ReadCircular', 'li'));
    expect([...(both.state?.readBy.keys() ?? [])]).toEqual(['wu', 'li']);
    const card = both.state && receiptCardOf(both.state, { id: 'c-1', organisation: 'dongfang' });
    expect(card).toMatchObject({ read: 2, issuer: 'qu' });
    expect(JSON.stringify(card)).not.toContain('wu');
  });

  test('is asked of those it is for', () => {
    nothing().when(answer('ReadCircular', 'teacher-qian')).thenRefused('circular-unknown');
    nothing()
      .when(answer('ReadCircular', 'teacher-qian', { changes: { readers: 'unit' } }))
      .thenTypes('CircularRead');
    nothing()
      .when(answer('ReadCircular', 'wu', { changes: { readers: 'office' } }))
      .thenRefused('circular-unknown');
    nothing()
      .when(answer('ReadCircular', 'wu', { organisation: 'elsewhere' }))
      .thenRefused('circular-unknown');
    expect(addressedIn(SCHOOL, 'party', NOW)).not.toContain('teacher-qian');
    expect(addressedIn(SCHOOL, 'office', NOW)).toEqual(['li', 'wang', 'zhou', 'chen', 'he', 'lin']);
    const [seat] = SCHOOL.seats;
    const watched = { ...SCHOOL, seats: [{ ...seat, body: 'supervisors', person: 'wu' }] } as Organisation;
    expect(addressedIn(watched, 'office', NOW)).toEqual([]);
  });

  test('is given by the office, and says whether the task was done in time', () => {
    nothing().when(answer('ReceiveCircular', 'wu')).thenRefused('not-permitted');
    const received = nothing().when(answer('ReceiveCircular', 'li'));
    received.thenTypes('CircularReceived');
    received.when(answer('ReceiveCircular', 'li')).then([]);
    received
      .when(answer('ReportCircularDone', 'li', { now: at('2026-09-10 23:59') }))
      .then([{ type: 'CircularDone', data: { issuer: 'qu', late: false } }]);
    const late = nothing().when(answer('ReportCircularDone', 'li', { now: at('2026-09-11 00:00') }));
    expect(late.state).toMatchObject({ done: { late: true }, receivedAt: at('2026-09-11 00:00') });
    late.when(answer('ReportCircularDone', 'li')).then([]);
  });

  test('is not given for what was withdrawn, or asks for nothing', () => {
    const withdrawn = { withdrawn: { at: NOW, reason: '重复' } };
    nothing()
      .when(answer('ReceiveCircular', 'li', { changes: withdrawn }))
      .thenRefused('circular-withdrawn');
    nothing()
      .when(answer('ReportCircularDone', 'li', { changes: { task: undefined } }))
      .thenRefused('circular-without-task');
  });
});

test('every refusal is met here', () => {
  expect(unexercised(CIRCULAR_REFUSALS, import.meta.dirname)).toEqual([]);
});

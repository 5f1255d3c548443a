import { describe, expect, test } from 'vitest';
import { digestDecider } from '../../../domain/alert/digest.ts';
import type { DigestCommand, DigestEvent } from '../../../domain/alert/digest-events.ts';
import { digestId } from '../../../domain/alert/digest-state.ts';
import { calendarOf } from '../../../domain/calendar/working-days.ts';
import { MAX_ATTEMPTS } from '../../../domain/display/retry.ts';
import type { Actor } from '../../../domain/kernel/decider.ts';
import { ID_PATTERN } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { given } from '../../support/decider.ts';
import { alertOf, CALENDAR, CLERK, DAY, NINE, noted, notify, SYSTEM } from './samples.ts';

const at = (now: Instant, calendar = CALENDAR): DigestCommand => ({
  type: 'TimePassed',
  data: {},
  now,
  actor: SYSTEM,
  facts: { calendar },
});
const tries = (attempt = 1): DigestCommand => ({
  type: 'TryDigest',
  data: { attempt, channel: 'mail' },
  now: NINE,
  actor: SYSTEM,
  facts: undefined,
});
const sent = (attempt = 1): DigestCommand => ({ ...tries(attempt), type: 'RecordSent' }) as DigestCommand;
const failed = (attempt = 1, final = false, now = NINE): DigestCommand => ({
  type: 'RecordFailure',
  data: { attempt, channel: 'mail', reason: 'mail-failed', final },
  now,
  actor: SYSTEM,
  facts: { calendar: CALENDAR },
});
const read = (person: string): DigestCommand => ({
  type: 'ReadDigest',
  data: {},
  now: NINE,
  actor: { kind: 'person', person, organisation: 'yunxi' } satisfies Actor,
  facts: undefined,
});

const DUE: DigestEvent = { type: 'DigestDue', data: { attempt: 1 } };
const TRIED: DigestEvent = { type: 'DigestTried', data: { attempt: 1, channel: 'mail' } };
const SENT: DigestEvent = { type: 'DigestSent', data: { attempt: 1, channel: 'mail' } };
const nextDue = (events: readonly DigestEvent[]) =>
  digestDecider.nextDue(given(digestDecider, events, { at: NINE, by: SYSTEM }).state);
const givenAtNine = (...events: readonly DigestEvent[]) =>
  given(digestDecider, events, { at: NINE, by: SYSTEM });

describe('a digest collects', () => {
  test('an alert, and goes out at nine', () => {
    given(digestDecider).when(notify()).then([noted()]);
    expect(nextDue([noted()])).toBe(NINE);
  });

  test('each duty once at each step, whoever says it again', () => {
    given(digestDecider, [noted()]).when(notify()).then([]);
    const two = alertOf({
      duties: [
        { id: 'b-05', due: '2026-12-31' },
        { id: 'b-06', due: '2026-12-31' },
      ],
    });
    const rest = { ...two, duties: [{ id: 'b-06', due: '2026-12-31' }] };
    given(digestDecider, [noted()])
      .when(notify(two))
      .then([noted(rest)]);
  });

  test.each([
    ['another step', { step: 'T-3' }],
    ['another organisation', { organisation: { id: 'dongfang', name: '东方' } }],
    ['another period', { period: '2026Q3' }],
    ['that it is over', { kind: 'met' as const }],
    ['another due day, since the duty was moved', { duties: [{ id: 'b-05', due: '2027-01-08' }] }],
  ])('%s', (_, changes) => {
    given(digestDecider, [noted()])
      .when(notify(alertOf(changes)))
      .thenTypes('AlertNoted');
  });

  test('nothing once it is closed', () => {
    given(digestDecider, [noted(), DUE])
      .when(notify(alertOf({ step: 'T-3' })))
      .then([]);
    given(digestDecider, [noted(), { type: 'DigestLapsed', data: {} }])
      .when(notify(alertOf({ step: 'T' })))
      .then([]);
  });

  test('reports and notices once as well', () => {
    const holidays = { kind: 'holidays-missing', year: 2027, week: '2026-12-21', notice: '请录入' } as const;
    const command = { ...notify(), data: { addressee: CLERK, day: DAY, alert: holidays } };
    given(digestDecider).when(command).thenTypes('AlertNoted');
    given(digestDecider).when(command).when(command).then([]);
  });
});

describe('a digest is due', () => {
  test('at nine, not before', () => {
    given(digestDecider, [noted()]).when(at('2026-12-22T00:59:59.999Z')).then([]);
    given(digestDecider, [noted()]).when(at(NINE)).then([DUE]);
  });

  test('not on a day off that was declared since, but on the next working day', () => {
    const calendar = calendarOf({ [DAY]: { working: false, name: '停课' } });
    const until = '2026-12-23T01:00:00.000Z';
    given(digestDecider, [noted()])
      .when(at(NINE, calendar))
      .then([{ type: 'DigestPostponed', data: { until } }]);
    expect(nextDue([noted(), { type: 'DigestPostponed', data: { until } }])).toBe(until);
  });

  test('not in the evening, when the clock had stood still', () => {
    given(digestDecider, [noted()])
      .when(at('2026-12-22T12:00:00.000Z'))
      .then([{ type: 'DigestPostponed', data: { until: '2026-12-23T01:00:00.000Z' } }]);
    given(digestDecider, [noted()]).when(at('2026-12-22T11:59:00.000Z')).then([DUE]);
  });

  test('no more when its day has long passed: it is only kept', () => {
    given(digestDecider, [noted()]).when(at('2026-12-25T02:00:00.000Z')).then([DUE]);
    const late = given(digestDecider, [noted()]).when(at('2026-12-26T02:00:00.000Z'));
    late.then([{ type: 'DigestLapsed', data: {} }]);
    expect(digestDecider.nextDue(late.state)).toBeUndefined();
  });
});

describe('an attempt', () => {
  test('is taken on once, by whoever comes first', () => {
    givenAtNine(noted(), DUE).when(tries()).then([TRIED]);
    givenAtNine(noted(), DUE, TRIED).when(tries()).then([]);
    givenAtNine(noted(), DUE).when(tries(2)).then([]);
    givenAtNine(noted()).when(tries()).then([]);
    givenAtNine(noted(), DUE, TRIED, SENT).when(tries()).then([]);
  });

  test('that succeeds is the last', () => {
    givenAtNine(noted(), DUE, TRIED).when(sent()).then([SENT]);
    expect(nextDue([noted(), DUE, TRIED, SENT])).toBeUndefined();
    givenAtNine(noted(), DUE, TRIED, SENT).when(at('2026-12-22T05:00:00.000Z')).then([]);
    givenAtNine(noted(), DUE, TRIED, SENT).when(failed()).then([]);
    givenAtNine(noted(), DUE, TRIED, SENT).when(sent()).then([]);
  });

  test('that fails is made again, in office hours', () => {
    const [event] = givenAtNine(noted(), DUE, TRIED).when(failed()).events;
    expect(event).toMatchObject({ type: 'DigestFailed', data: { reason: 'mail-failed' } });
    const retryAt = (event as { data: { retryAt: Instant } }).data.retryAt;
    expect(retryAt > NINE && retryAt < '2026-12-22T01:01:00.000Z').toBe(true);
    const [later] = givenAtNine(noted(), DUE, TRIED).when(
      failed(1, false, '2026-12-22T11:59:59.000Z'),
    ).events;
    expect(later).toMatchObject({ data: { retryAt: '2026-12-23T01:00:00.000Z' } });
    givenAtNine(noted(), DUE, TRIED)
      .when(failed())
      .when(at('2026-12-22T02:00:00.000Z'))
      .then([{ type: 'DigestRetryDue', data: { attempt: 2 } }]);
  });

  test('that nobody answers for is made again after a quarter of an hour, taken on or not', () => {
    for (const events of [
      [noted(), DUE],
      [noted(), DUE, TRIED],
    ]) {
      givenAtNine(...events)
        .when(at('2026-12-22T01:14:59.000Z'))
        .then([]);
      givenAtNine(...events)
        .when(at('2026-12-22T01:15:00.000Z'))
        .then([{ type: 'DigestRetryDue', data: { attempt: 2 } }]);
    }
  });

  test('waits for the morning when its time is over, and nobody takes it on meanwhile', () => {
    const until = '2026-12-23T01:00:00.000Z';
    givenAtNine(noted(), DUE).when(at('2026-12-22T12:00:00.000Z')).when(tries()).then([]);
    givenAtNine(noted(), DUE)
      .when(at('2026-12-22T12:00:00.000Z'))
      .when(at(until))
      .then([{ type: 'DigestRetryDue', data: { attempt: 2 } }]);
  });

  test('of an earlier number has nothing to say, save that it succeeded after all', () => {
    const second: DigestEvent = { type: 'DigestRetryDue', data: { attempt: 2 } };
    givenAtNine(noted(), DUE, TRIED, second).when(failed(1)).then([]);
    givenAtNine(noted(), DUE, TRIED, second).when(sent(1)).then([SENT]);
  });

  test('that was refused for good is the last', () => {
    const refused = givenAtNine(noted(), DUE, TRIED).when(failed(1, true));
    refused.then([{ type: 'DigestGivenUp', data: { attempt: 1, channel: 'mail', reason: 'mail-failed' } }]);
    expect(digestDecider.nextDue(refused.state)).toBeUndefined();
  });

  test('is one of a limited number, answered or not', () => {
    const last = MAX_ATTEMPTS;
    const events: DigestEvent[] = [noted(), DUE, TRIED, { type: 'DigestRetryDue', data: { attempt: last } }];
    givenAtNine(...events)
      .when(at('2026-12-22T02:00:00.000Z'))
      .then([{ type: 'DigestGivenUp', data: { attempt: last, channel: 'mail', reason: 'unanswered' } }]);
    givenAtNine(...events)
      .when(tries(last))
      .when(failed(last))
      .thenTypes('DigestGivenUp');
  });
});

describe('reading', () => {
  test('is for the addressee, once', () => {
    givenAtNine(noted(), DUE)
      .when(read(CLERK.id))
      .then([{ type: 'DigestRead', data: {} }]);
    givenAtNine(noted(), DUE).when(read(CLERK.id)).when(read(CLERK.id)).then([]);
  });

  test('is refused to everybody else, and before it came out', () => {
    givenAtNine(noted(), DUE).when(read('somebody-else')).thenRefused('digest-unknown');
    givenAtNine(noted()).when(read(CLERK.id)).thenRefused('digest-unknown');
    given(digestDecider).when(read(CLERK.id)).thenRefused('digest-unknown');
    const robot: DigestEvent = {
      type: 'AlertNoted',
      data: { addressee: { kind: 'robot', id: CLERK.id }, day: DAY, alert: alertOf() },
    };
    givenAtNine(robot, DUE).when(read(CLERK.id)).thenRefused('digest-unknown');
  });
});

test('an id fits into a key, and a person has another than a robot of that name', () => {
  const id = digestId({ kind: 'person', id: 'a'.repeat(40) }, DAY);
  expect(id).toMatch(ID_PATTERN);
  expect(id).not.toBe(digestId({ kind: 'robot', id: 'a'.repeat(40) }, DAY));
});

import { describe, expect, test } from 'vitest';
import { deliveryDecider } from '../../../domain/display/delivery.ts';
import type { Answer, DeliveryEvent } from '../../../domain/display/delivery-commands.ts';
import { deliveryId, deliveryPrefix } from '../../../domain/display/delivery-state.ts';
import { attemptAt, MAX_ATTEMPTS, SCHEDULE } from '../../../domain/display/retry.ts';
import { ID_PATTERN } from '../../../domain/kernel/scope.ts';
import { given } from '../../support/decider.ts';
import { delivery, NOW, PLAN, person, planned } from './samples.ts';

const record = (attempt: number, answer: Answer, now = NOW, revision = 5) =>
  delivery('RecordAttempt', { revision, attempt, answer }, now);
const timePassed = (now: string) => delivery('TimePassed', {}, now);
const secondsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 1000;

function nextAttemptOf([event]: readonly DeliveryEvent[]): string {
  if (event?.type !== 'DeliveryFailed') throw new Error(`no failure but ${event?.type}`);
  return event.data.nextAttemptAt;
}

describe('PlanDelivery', () => {
  test('releases what the display does not have', () => {
    given(deliveryDecider).when(delivery('PlanDelivery', PLAN)).then([planned()]);
  });

  test('does not mention to a display what it never had and may not show', () => {
    given(deliveryDecider)
      .when(delivery('PlanDelivery', { ...PLAN, onShow: false }))
      .then([]);
  });

  test.each(['pending', 'succeeded'])('changes nothing when the same is %s', (status) => {
    const succeeded: DeliveryEvent = {
      type: 'DeliverySucceeded',
      data: { revision: 5, attempt: 1, answer: { status: 204 } },
    };
    given(deliveryDecider, status === 'pending' ? [planned()] : [planned(), succeeded])
      .when(delivery('PlanDelivery', { ...PLAN, revision: 9 }))
      .then([]);
  });

  test('supersedes an older revision that is still pending', () => {
    const outcome = given(deliveryDecider, [planned()]).when(
      delivery('PlanDelivery', { ...PLAN, revision: 7, content: 'b' }),
    );
    outcome.then([
      { type: 'DeliverySuperseded', data: { revision: 5, by: 7 } },
      {
        type: 'DeliveryPlanned',
        data: { display: 'gate', item: 'item-1', type: 'notice.updated', revision: 7, content: 'b' },
      },
    ]);
    outcome.when(record(1, { status: 204 }, NOW, 5)).then([]);
    outcome.when(record(1, { failure: 'timeout' }, NOW, 5)).then([]);
  });

  test('never goes back to an older revision', () => {
    given(deliveryDecider, [planned(7, 'b')])
      .when(delivery('PlanDelivery', PLAN))
      .then([]);
  });

  test('withdraws what was planned, and releases anew what comes back', () => {
    const gone = given(deliveryDecider, [planned()]).when(
      delivery('PlanDelivery', { ...PLAN, onShow: false, revision: 6, content: 'none' }),
    );
    expect(gone.events.at(-1)?.data).toMatchObject({ type: 'notice.withdrawn', revision: 6 });
    const back = gone.when(delivery('PlanDelivery', { ...PLAN, revision: 8, content: 'c' }));
    expect(back.events.at(-1)?.data).toMatchObject({ type: 'notice.released', revision: 8 });
  });

  test('plans again what was given up or dropped', () => {
    const dropped: DeliveryEvent = {
      type: 'DeliveryDropped',
      data: { revision: 5, reason: 'display-disabled' },
    };
    given(deliveryDecider, [planned(), dropped])
      .when(delivery('PlanDelivery', PLAN))
      .thenTypes('DeliveryPlanned');
  });

  test('is the system’s own, like every command of a delivery', () => {
    given(deliveryDecider)
      .when(delivery('PlanDelivery', PLAN, NOW, person('linxiao')))
      .thenRefused('system-only');
  });
});

describe('RecordAttempt', () => {
  test.each([200, 201, 202, 204, 299])('%i is a success', (status) => {
    const outcome = given(deliveryDecider, [planned()]).when(record(1, { status }));
    outcome.then([{ type: 'DeliverySucceeded', data: { revision: 5, attempt: 1, answer: { status } } }]);
    expect(deliveryDecider.nextDue(outcome.state)).toBeUndefined();
    outcome.when(record(1, { status: 500 })).then([]);
  });

  test.each([
    { status: 199 },
    { status: 301 },
    { status: 307 },
    { status: 400 },
    { status: 404 },
    { status: 429 },
    { status: 500 },
    { status: 503 },
    { failure: 'timeout' },
    { failure: 'unreachable' },
    { failure: 'address-refused' },
  ] as const)('$status$failure is tried again', (answer) => {
    const outcome = given(deliveryDecider, [planned()]).when(record(1, answer));
    outcome.thenTypes('DeliveryFailed');
    const nextAttemptAt = nextAttemptOf(outcome.events);
    expect(deliveryDecider.nextDue(outcome.state)).toBe(nextAttemptAt);
    expect(secondsBetween(NOW, nextAttemptAt)).toBeGreaterThanOrEqual(5);
    expect(secondsBetween(NOW, nextAttemptAt)).toBeLessThanOrEqual(6);
  });

  test('410 ends it', () => {
    given(deliveryDecider, [planned()])
      .when(record(1, { status: 410 }))
      .thenTypes('DeliveryExhausted');
  });

  test.each([
    [1, 6],
    [3_600, 3_600],
    [999_999_999, 86_400],
  ])('Retry-After %i is waited for, within reason', (retryAfter, atMost) => {
    const { events } = given(deliveryDecider, [planned()]).when(record(1, { status: 503, retryAfter }));
    const nextAttemptAt = nextAttemptOf(events);
    expect(secondsBetween(NOW, nextAttemptAt)).toBeLessThanOrEqual(atMost);
    expect(secondsBetween(NOW, nextAttemptAt)).toBeGreaterThanOrEqual(Math.min(retryAfter, 86_400, atMost));
  });

  test('the same failure is recorded once', () => {
    given(deliveryDecider, [planned()])
      .when(record(1, { status: 500 }))
      .when(record(1, { failure: 'timeout' }))
      .then([]);
  });

  test('a success counts whenever it is reported', () => {
    given(deliveryDecider, [planned()])
      .when(record(1, { failure: 'timeout' }))
      .when(record(1, { status: 204 }))
      .thenTypes('DeliverySucceeded');
  });
});

describe('the schedule', () => {
  test('is that of Standard Webhooks', () => {
    const [minute, hour] = [60, 3_600];
    expect(SCHEDULE).toEqual([
      0,
      5,
      5 * minute,
      30 * minute,
      2 * hour,
      5 * hour,
      10 * hour,
      14 * hour,
      20 * hour,
      24 * hour,
    ]);
  });

  test('is walked to its end, then the delivery is given up', () => {
    let at = NOW;
    let outcome = given(deliveryDecider).when(delivery('PlanDelivery', PLAN));
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt += 1) {
      outcome = outcome.when(record(attempt, { status: 500 }, at));
      outcome.thenTypes('DeliveryFailed');
      const due = deliveryDecider.nextDue(outcome.state) ?? '';
      const planned = SCHEDULE[attempt] as number;
      expect(secondsBetween(at, due)).toBeGreaterThanOrEqual(planned);
      expect(secondsBetween(at, due)).toBeLessThanOrEqual(planned * 1.2);
      outcome.when(timePassed(at)).then([]);
      at = due;
      outcome = outcome.when(timePassed(at));
      outcome.then([{ type: 'DeliveryRetryDue', data: { revision: 5, attempt: attempt + 1 } }]);
    }
    outcome = outcome.when(record(MAX_ATTEMPTS, { status: 500 }, at));
    outcome.thenTypes('DeliveryExhausted');
    expect(deliveryDecider.nextDue(outcome.state)).toBeUndefined();
    outcome.when(timePassed(at)).then([]);
  });

  test('has a jitter that differs between deliveries and is always the same for one', () => {
    const seeds = Array.from({ length: 50 }, (_, index) => `delivery-${index}`);
    const times = seeds.map((seed) => attemptAt(NOW, 5, seed));
    expect(new Set(times).size).toBe(50);
    expect(seeds.map((seed) => attemptAt(NOW, 5, seed))).toEqual(times);
  });

  test('goes on, and ends, when the sender never reports back', () => {
    let outcome = given(deliveryDecider).when(delivery('PlanDelivery', PLAN));
    for (let attempt = 2; attempt <= MAX_ATTEMPTS; attempt += 1) {
      outcome = outcome.when(timePassed(deliveryDecider.nextDue(outcome.state) ?? ''));
      outcome.then([{ type: 'DeliveryRetryDue', data: { revision: 5, attempt } }]);
    }
    outcome
      .when(timePassed(deliveryDecider.nextDue(outcome.state) ?? ''))
      .then([{ type: 'DeliveryExhausted', data: { revision: 5, attempt: MAX_ATTEMPTS } }]);
  });

  test('leaves an attempt that is under way a quarter of an hour', () => {
    given(deliveryDecider, [planned()]).when(timePassed('2026-09-01T00:14:59.999Z')).then([]);
    given(deliveryDecider, [planned()])
      .when(timePassed('2026-09-01T00:15:00.000Z'))
      .thenTypes('DeliveryRetryDue');
  });

  test('of a delivery that does not exist is empty', () => {
    given(deliveryDecider).when(timePassed(NOW)).then([]);
  });
});

describe('DropDelivery', () => {
  const drop = (revision: number) => delivery('DropDelivery', { revision, reason: 'display-disabled' });

  test('ends what is pending at that revision', () => {
    const dropped = given(deliveryDecider, [planned()]).when(drop(5));
    dropped.then([{ type: 'DeliveryDropped', data: { revision: 5, reason: 'display-disabled' } }]);
    dropped.when(drop(5)).then([]);
    given(deliveryDecider, [planned(6)])
      .when(drop(5))
      .then([]);
  });
});

describe('deliveryId', () => {
  const long = 'a'.repeat(40);

  test.each([
    ['d1', 'i1'],
    ['abcdefghijklmnop', 'qrstuvwxyz234567'],
    [long, long],
  ])('fits for %s and %s', (display, item) => {
    const id = deliveryId(display, item);
    expect(id).toMatch(ID_PATTERN);
    expect(id.startsWith(deliveryPrefix(display))).toBe(true);
  });

  test('does not confuse ids that read the same when put together', () => {
    expect(deliveryId('a-b', 'c-d')).not.toBe(deliveryId('a', 'b-c-d'));
  });
});

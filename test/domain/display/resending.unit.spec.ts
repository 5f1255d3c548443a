import { describe, expect, test } from 'vitest';
import { keptSince } from '../../../domain/display/attempt-log.ts';
import { deliveryDecider } from '../../../domain/display/delivery.ts';
import type { DeliveryEvent } from '../../../domain/display/delivery-commands.ts';
import { displayDecider } from '../../../domain/display/display.ts';
import { addDays, dayOf, instantOf, plusDays } from '../../../domain/kernel/time.ts';
import { given } from '../../support/decider.ts';
import {
  delivery,
  display,
  facts,
  NOW,
  PARTICULARS,
  PLAN,
  person,
  planned,
  registered,
  SYSTEM,
} from './samples.ts';

const minutesLater = (minutes: number) => instantOf(Date.parse(NOW) + minutes * 60_000);
const OK = { status: 204 };
const answered = (answer: object, revision = 5, attempt = 1) =>
  delivery('RecordAttempt', { revision, attempt, answer: answer as { status: number } });
const resend = (now = NOW) => delivery('ResendDelivery', PLAN, now);
const resent = (answer: object, number = 1, now = NOW) =>
  delivery('RecordResend', { revision: 5, resend: number, answer: answer as { status: number } }, now);

describe('somebody asks for notices again', () => {
  const told = { facts: { ...facts(), isTold: true } };

  test('for one, those of a time, or all on show; by whom stands in the record', () => {
    const here = given(displayDecider, [registered]);
    here
      .when(display('ResendNotice', { item: 'item-1' }, told))
      .then([{ type: 'ResendRequested', data: { what: 'notice', item: 'item-1' } }]);
    const range = { since: NOW, until: minutesLater(5), status: 'exhausted' as const };
    here
      .when(display('ResendNotices', range))
      .then([{ type: 'ResendRequested', data: { what: 'range', ...range } }]);
    here.when(display('ResyncDisplay', {})).then([{ type: 'ResendRequested', data: { what: 'on-show' } }]);
  });

  test('also for a display that is switched off', () => {
    given(displayDecider, [registered, { type: 'DisplayDisabled', data: { cause: 'failing' } }])
      .when(display('ResyncDisplay', {}))
      .thenTypes('ResendRequested');
  });

  test.each(['ResendNotice', 'ResendNotices', 'ResyncDisplay', 'TestDisplay', 'VerifyDisplay'] as const)(
    '%s is for keepers only, and for displays with an address',
    (type) => {
      const data = { item: 'item-1', since: NOW } as never;
      given(displayDecider, [registered])
        .when(display(type, data, { ...told, actor: person('zhoumin') }))
        .thenRefused('not-permitted');
      given(displayDecider)
        .when(display(type, data, told))
        .thenRefused('display-unknown');
      const { url: _url, ...pageOnly } = PARTICULARS;
      given(displayDecider, [registered])
        .when(display('ChangeDisplay', pageOnly))
        .when(display(type, data, told))
        .thenRefused('address-missing');
    },
  );

  test('not for what it was never told of, nor backwards in time', () => {
    const here = given(displayDecider, [registered]);
    here.when(display('ResendNotice', { item: 'item-1' })).thenRefused('delivery-unknown');
    here.when(display('ResendNotices', { since: NOW, until: minutesLater(-1) })).thenRefused('range-empty');
  });
});

describe('a delivery that is asked for again', () => {
  const done = given(deliveryDecider, [planned()]).when(answered(OK));

  test('is under way once more, keeps its plan, and takes one answer', () => {
    const asked = done.when(resend());
    asked.then([{ type: 'DeliveryResendRequested', data: { revision: 5, resend: 1 } }]);
    expect(asked.state).toMatchObject({ status: 'succeeded', revision: 5, attempts: 1 });
    const again = asked.when(resent({ status: 500 }));
    again.thenTypes('DeliveryResent');
    expect(again.state).toMatchObject({ status: 'succeeded', lastAnswer: OK });
    expect(deliveryDecider.nextDue(again.state)).toBeUndefined();
    again.when(resent(OK)).then([]);
    expect(again.state?.log.map(({ kind }) => kind)).toEqual(['notice', 'resend']);
  });

  test('is not asked for twice at a time, nor while it is being sent anyway', () => {
    done.when(resend()).when(resend()).then([]);
    given(deliveryDecider, [planned()]).when(resend()).then([]);
    given(deliveryDecider)
      .when(delivery('ResendDelivery', { ...PLAN, onShow: false }))
      .then([]);
  });

  test('and gets through is done with, so that no retry follows', () => {
    const failed = given(deliveryDecider, [planned()]).when(answered({ status: 503 }));
    const through = failed.when(resend()).when(resent(OK));
    expect(through.state).toMatchObject({ status: 'succeeded', attempts: 1 });
    expect(deliveryDecider.nextDue(through.state)).toBeUndefined();
  });

  test('and fails again keeps its next attempt', () => {
    const failed = given(deliveryDecider, [planned()]).when(answered({ status: 503 }));
    const again = failed.when(resend()).when(resent({ status: 503 }));
    expect(again.state).toMatchObject({ status: 'pending', nextAttemptAt: failed.state?.nextAttemptAt });
  });

  test('comes to its end without an answer, too', () => {
    const asked = done.when(resend());
    const due = deliveryDecider.nextDue(asked.state) ?? '';
    expect(due).toBe(minutesLater(15));
    asked
      .when(delivery('TimePassed', {}, due))
      .then([{ type: 'DeliveryResent', data: { revision: 5, resend: 1 } }]);
  });

  test('gives way to a newer revision', () => {
    const asked = done.when(resend());
    const newer = asked.when(delivery('PlanDelivery', { ...PLAN, revision: 6, content: 'b' }));
    newer.thenTypes('DeliveryPlanned');
    expect(newer.state).not.toHaveProperty('resend');
    newer.when(resent(OK)).then([]);
    expect(newer.when(answered(OK, 6)).state).toMatchObject({ resends: 1 });
  });

  test('is planned with it where it changed while nothing was sent', () => {
    done
      .when(delivery('ResendDelivery', { ...PLAN, revision: 6, content: 'b' }))
      .thenTypes('DeliveryPlanned', 'DeliveryResendRequested');
  });
});

describe('a delivery that has to wait its turn', () => {
  const until = minutesLater(2);
  const postpone = delivery('PostponeDelivery', { revision: 5, until });

  test('is neither an attempt nor a failure', () => {
    const waiting = given(deliveryDecider, [planned()]).when(postpone);
    waiting.then([{ type: 'DeliveryPostponed', data: { revision: 5, until } }]);
    expect(deliveryDecider.nextDue(waiting.state)).toBe(until);
    waiting.when(postpone).then([]);
    waiting.when(delivery('TimePassed', {}, minutesLater(1))).then([]);
    const woken = waiting.when(delivery('TimePassed', {}, until));
    woken.then([{ type: 'DeliveryRetryDue', data: { revision: 5, attempt: 1 } }]);
    expect(woken.state).toMatchObject({ attempts: 1, turn: 'came', status: 'pending', log: [] });
    expect(woken.when(answered(OK)).state).not.toHaveProperty('turn');
  });

  test('may be one that was asked for', () => {
    const waiting = given(deliveryDecider, [planned()]).when(answered(OK)).when(resend()).when(postpone);
    waiting.thenTypes('DeliveryPostponed');
    const woken = waiting.when(delivery('TimePassed', {}, until));
    woken.then([{ type: 'DeliveryRetryDue', data: { revision: 5, attempt: 1, resend: 1 } }]);
    expect(woken.state).toMatchObject({ status: 'succeeded', resend: { inTurn: true } });
    expect(woken.when(resent(OK)).state).not.toHaveProperty('resend');
  });

  test('is not put off once it was answered', () => {
    given(deliveryDecider, [planned()]).when(answered(OK)).when(postpone).then([]);
  });
});

describe('what a display does not want', () => {
  const wants = ['notice.released', 'notice.withdrawn'] as const;
  const plan = (change: object) => delivery('PlanDelivery', { ...PLAN, wants: [...wants], ...change });

  test('is not sent, and the record says so once', () => {
    const shown = given(deliveryDecider).when(plan({})).when(answered(OK));
    const updated = shown.when(plan({ revision: 6, content: 'b' }));
    updated.thenTypes('DeliveryPlanned', 'DeliveryDropped');
    expect(updated.events[1]).toEqual({
      type: 'DeliveryDropped',
      data: { revision: 6, reason: 'not-wanted' },
    });
    expect(deliveryDecider.nextDue(updated.state)).toBeUndefined();
    updated.when(plan({ revision: 7, content: 'b' })).then([]);
    updated
      .when(delivery('ResendDelivery', { ...PLAN, wants: [...wants], revision: 7, content: 'b' }))
      .then([]);
    const down = updated.when(plan({ revision: 8, onShow: false, content: 'none' }));
    down.then([
      { type: 'DeliveryPlanned', data: expect.objectContaining({ type: 'notice.withdrawn' }) as never },
    ]);
  });

  test('does not hold up what it wants: a pending notice says what is true when it is sent', () => {
    const waiting = given(deliveryDecider).when(plan({}));
    waiting.when(plan({ revision: 6, content: 'b' })).then([]);
    waiting
      .when(plan({ revision: 6, onShow: false, content: 'none' }))
      .thenTypes('DeliverySuperseded', 'DeliveryPlanned');
  });

  test('is known to be up, so that an update is one when it is wanted', () => {
    const hidden = given(deliveryDecider).when(plan({ wants: ['notice.updated', 'notice.withdrawn'] }));
    hidden.thenTypes('DeliveryPlanned', 'DeliveryDropped');
    const updated = hidden.when(plan({ revision: 6, content: 'b', wants: undefined }));
    expect(updated.events[0]?.data).toMatchObject({ type: 'notice.updated' });
  });
});

test('attempts are kept for thirty days', () => {
  const evolve = (at: string, event: DeliveryEvent, state: Parameters<typeof deliveryDecider.evolve>[0]) =>
    deliveryDecider.evolve(state, event, { at, by: SYSTEM });
  const asked = (at: string, resend: number, state: Parameters<typeof deliveryDecider.evolve>[0]) =>
    evolve(at, { type: 'DeliveryResent', data: { revision: 5, resend, answer: OK } }, state);
  let state = evolve(NOW, planned(), undefined);
  for (const [number, days] of [0, 10, 29, 31, 45].entries())
    state = asked(plusDays(NOW, days), number + 1, state);
  expect(state?.log.map(({ at }) => dayOf(at))).toEqual(
    [29, 31, 45].map((days) => addDays(dayOf(NOW), days)),
  );
  expect(state?.log.every(({ at }) => at > keptSince(plusDays(NOW, 45)))).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { displayCommands } from '../../../domain/display/commands.ts';
import { displayDecider } from '../../../domain/display/display.ts';
import type { DisplayEvent } from '../../../domain/display/events.ts';
import { signingKeys } from '../../../domain/display/state.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { given } from '../../support/decider.ts';
import { challenge, display, facts, NOW, PARTICULARS, person, registered, SYSTEM } from './samples.ts';

const hoursLater = (hours: number) => instantOf(Date.parse(NOW) + hours * 3_600_000);
const report = (outcome: 'succeeded' | 'failed' | 'gone', hours = 0) =>
  display('ReportDelivery', { outcome }, { actor: SYSTEM, now: hoursLater(hours) });

describe('RegisterDisplay', () => {
  const register = { ...PARTICULARS, audience: 'public' as const };

  test('is recorded with the first key, and never a secret', () => {
    given(displayDecider)
      .when(display('RegisterDisplay', register))
      .then([registered, challenge(1)]);
    expect(JSON.stringify(registered)).not.toContain('whsec_');
  });

  test('takes a display without an address, which fetches its page by itself', () => {
    const { url: _url, ...pageOnly } = register;
    given(displayDecider).when(display('RegisterDisplay', pageOnly)).thenTypes('DisplayRegistered');
  });

  test('is done once', () => {
    given(displayDecider, [registered])
      .when(display('RegisterDisplay', register))
      .thenRefused('display-exists');
  });

  test.each([
    ['the office', 'linxiao'],
    ['the leading group', 'wangjun'],
    ['the office of the superior', 'chengong'],
  ])('is open to %s', (_, who) => {
    given(displayDecider)
      .when(display('RegisterDisplay', register, { actor: person(who) }))
      .thenTypes('DisplayRegistered', 'DisplayChallengeRequested');
  });

  test.each(['zhoumin', 'retired', 'stranger'])('is refused to %s', (who) => {
    given(displayDecider)
      .when(display('RegisterDisplay', register, { actor: person(who) }))
      .thenRefused('not-permitted');
  });

  test('is refused to a function of the system', () => {
    given(displayDecider)
      .when(display('RegisterDisplay', register, { actor: SYSTEM }))
      .thenRefused('not-permitted');
  });

  test.each([
    ['http://screens.example.cn/', 'address-not-https'],
    ['https://user:pw@screens.example.cn/', 'address-with-credentials'],
    ['https://user@screens.example.cn/', 'address-with-credentials'],
    ['https://screens.example.cn/#top', 'address-with-fragment'],
    ['https://screens.example.cn:22/', 'address-port'],
  ])('refuses %s', (url, code) => {
    given(displayDecider)
      .when(display('RegisterDisplay', { ...register, url }))
      .thenRefused(code, { field: 'url' });
  });

  test('takes http and other ports once the policy names private networks', () => {
    const open = facts({ allowHttp: true, allowedAddresses: ['10.20.0.0/16'] });
    const url = 'http://10.20.0.9:8080/notices';
    given(displayDecider)
      .when(display('RegisterDisplay', { ...register, url }, { facts: open }))
      .thenTypes('DisplayRegistered', 'DisplayChallengeRequested');
  });

  test('does not take http for permission alone, since then there is no network to use it in', () => {
    given(displayDecider)
      .when(
        display(
          'RegisterDisplay',
          { ...register, url: 'http://a.cn/' },
          { facts: facts({ allowHttp: true }) },
        ),
      )
      .thenRefused('address-not-https');
  });

  test.each([
    'ftp://a.cn/',
    'javascript:alert(1)',
    'screens.example.cn',
    'https://',
    `https://a.cn/${'x'.repeat(500)}`,
  ])('its schema refuses %s', (url) => {
    expect(displayCommands.RegisterDisplay.safeParse({ ...PARTICULARS, url }).success).toBe(false);
  });

  test('its schema brings an address into the form that is checked and used', () => {
    const { url } = displayCommands.RegisterDisplay.parse({
      ...PARTICULARS,
      url: 'HTTPS://Screens.Example.CN:443/a/../b',
    });
    expect(url).toBe('https://screens.example.cn/b');
  });

  test('its schema knows no channel to named people, and no other fields', () => {
    expect(displayCommands.RegisterDisplay.safeParse({ ...PARTICULARS, audience: 'named' }).success).toBe(
      false,
    );
    expect(displayCommands.RegisterDisplay.safeParse({ ...PARTICULARS, secret: 'x' }).success).toBe(false);
  });
});

describe('ChangeDisplay', () => {
  test('replaces the particulars', () => {
    const changed = { name: '一楼班牌', place: '一楼' };
    const outcome = given(displayDecider, [registered]).when(display('ChangeDisplay', changed));
    outcome.then([{ type: 'DisplayChanged', data: changed }]);
    expect(outcome.state).toMatchObject({ ...changed, audience: 'public', active: true });
    expect(outcome.state).not.toHaveProperty('url');
  });

  test('changes nothing when nothing differs', () => {
    given(displayDecider, [registered]).when(display('ChangeDisplay', PARTICULARS)).then([]);
  });

  test('checks the new address', () => {
    given(displayDecider, [registered])
      .when(display('ChangeDisplay', { ...PARTICULARS, url: 'http://a.cn/' }))
      .thenRefused('address-not-https');
  });

  test('cannot turn a staff screen into a public one', () => {
    expect(displayCommands.ChangeDisplay.safeParse({ ...PARTICULARS, audience: 'public' }).success).toBe(
      false,
    );
  });

  test.each(['ChangeDisplay', 'RotateSecret', 'DisableDisplay', 'EnableDisplay'] as const)(
    '%s refuses an unknown display',
    (type) => {
      const data = { ...PARTICULARS, overlapHours: 24, reason: '拆除' };
      given(displayDecider)
        .when(display(type, data as never))
        .thenRefused('display-unknown');
    },
  );
});

describe('RotateSecret', () => {
  const rotate = (overlapHours: number, hours = 0) =>
    display('RotateSecret', { overlapHours }, { now: hoursLater(hours) });

  test('gives a new key, and lets the old one sign along for a day', () => {
    const outcome = given(displayDecider, [registered]).when(rotate(24));
    outcome.then([{ type: 'SecretRotated', data: { keyVersion: 2, previousValidUntil: hoursLater(24) } }]);
    const { state } = outcome;
    if (!state) throw new Error('no display');
    expect(signingKeys(state, hoursLater(23.99))).toEqual([2, 1]);
    expect(signingKeys(state, hoursLater(24))).toEqual([2]);
  });

  test('ends the old key at once when it has leaked', () => {
    const { state } = given(displayDecider, [registered]).when(rotate(0));
    expect(state && signingKeys(state, NOW)).toEqual([2]);
  });

  test('waits for the rotation before it, unless the key has leaked', () => {
    const once = given(displayDecider, [registered]).when(rotate(24));
    once.when(rotate(24, 23)).thenRefused('rotation-under-way', { until: hoursLater(24) });
    once.when(rotate(0, 23)).thenTypes('SecretRotated');
    once.when(rotate(24, 24)).thenTypes('SecretRotated');
  });

  test('is refused where there is nothing to sign', () => {
    const { url: _url, ...pageOnly } = registered.data as { url: string };
    given(displayDecider, [{ ...registered, data: pageOnly } as DisplayEvent])
      .when(rotate(24))
      .thenRefused('address-missing');
  });

  test('ends the token of a staff screen that only opens its page', () => {
    const { url: _url, ...pageOnly } = registered.data as { url: string };
    given(displayDecider, [{ ...registered, data: { ...pageOnly, audience: 'unit' } } as DisplayEvent])
      .when(rotate(24))
      .then([{ type: 'SecretRotated', data: { keyVersion: 2, previousValidUntil: hoursLater(24) } }]);
  });
});

describe('DisableDisplay, EnableDisplay', () => {
  const disabled: DisplayEvent = { type: 'DisplayDisabled', data: { cause: 'by-hand', reason: '检修' } };

  test('each changes something once', () => {
    const off = given(displayDecider, [registered]).when(display('DisableDisplay', { reason: '检修' }));
    off.then([disabled]);
    expect(off.state).toMatchObject({
      active: false,
      disabled: { cause: 'by-hand', reason: '检修', at: NOW },
    });
    off.when(display('DisableDisplay', { reason: '检修' })).then([]);
    const on = off.when(display('EnableDisplay', {}));
    on.then([{ type: 'DisplayEnabled', data: {} }]);
    expect(on.state).not.toHaveProperty('disabled');
    on.when(display('EnableDisplay', {})).then([]);
  });

  test('switching on checks the address against the policy of today', () => {
    const plain = { ...registered, data: { ...registered.data, url: 'http://10.0.0.9/' } } as DisplayEvent;
    given(displayDecider, [plain, disabled])
      .when(display('EnableDisplay', {}))
      .thenRefused('address-not-https');
  });
});

describe('ReportDelivery', () => {
  test('is the system’s own', () => {
    given(displayDecider, [registered])
      .when(display('ReportDelivery', { outcome: 'gone' }))
      .thenRefused('system-only');
  });

  test('records nothing while all goes well, and one warning when it stops doing so', () => {
    const fine = given(displayDecider, [registered]).when(report('succeeded'));
    fine.then([]);
    const first = fine.when(report('failed'));
    first.then([
      { type: 'DeliveriesFailing', data: { stage: 'first', since: NOW, givesUpAt: hoursLater(120) } },
    ]);
    first.when(report('failed', 59)).then([]);
  });

  test('warns again half way and switches off after five days of nothing but failures', () => {
    const halfWay = given(displayDecider, [registered]).when(report('failed')).when(report('failed', 60));
    halfWay.then([
      { type: 'DeliveriesFailing', data: { stage: 'half-way', since: NOW, givesUpAt: hoursLater(120) } },
    ]);
    halfWay.when(report('failed', 119)).then([]);
    const end = halfWay.when(report('failed', 120));
    end.then([{ type: 'DisplayDisabled', data: { cause: 'failing' } }]);
    end.when(report('failed', 121)).then([]);
  });

  test('gives notice before it switches off, however rarely anything is sent', () => {
    const late = given(displayDecider, [registered]).when(report('failed')).when(report('failed', 500));
    late.then([
      { type: 'DeliveriesFailing', data: { stage: 'half-way', since: NOW, givesUpAt: hoursLater(512) } },
    ]);
    late.when(report('failed', 511)).then([]);
    late.when(report('failed', 512)).thenTypes('DisplayDisabled');
  });

  test('says so when it recovers, and then counts from the beginning', () => {
    const recovered = given(displayDecider, [registered])
      .when(report('failed'))
      .when(report('failed', 60))
      .when(report('succeeded', 61));
    recovered.then([{ type: 'DeliveriesRecovered', data: { since: NOW } }]);
    const again = recovered.when(report('failed', 120));
    again.then([
      {
        type: 'DeliveriesFailing',
        data: { stage: 'first', since: hoursLater(120), givesUpAt: hoursLater(240) },
      },
    ]);
  });

  test('switches off at once when the receiver says that it is gone', () => {
    given(displayDecider, [registered])
      .when(report('gone'))
      .then([{ type: 'DisplayDisabled', data: { cause: 'gone' } }]);
  });

  test('a display that is switched on again has its five days again', () => {
    const off = given(displayDecider, [registered])
      .when(report('failed'))
      .when(report('failed', 60))
      .when(report('failed', 120));
    const on = off.when(display('EnableDisplay', {}, { now: hoursLater(130) }));
    expect(on.state).not.toHaveProperty('failing');
  });
});

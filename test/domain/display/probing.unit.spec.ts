import { describe, expect, test } from 'vitest';
import type { DisplayCommandOf } from '../../../domain/display/commands.ts';
import { displayDecider } from '../../../domain/display/display.ts';
import type { DisplayEvent } from '../../../domain/display/events.ts';
import { isEchoed } from '../../../domain/display/probe-messages.ts';
import { isVerified } from '../../../domain/display/probing.ts';
import { instantOf } from '../../../domain/kernel/time.ts';
import { given } from '../../support/decider.ts';
import { challenge, display, NOW, PARTICULARS, person, registered, SYSTEM } from './samples.ts';

const secondsLater = (seconds: number) => instantOf(Date.parse(NOW) + seconds * 1_000);
const later = { now: secondsLater(90) };
const record = (data: DisplayCommandOf<'RecordProbe'>['data'], now = later.now) =>
  display('RecordProbe', data, { actor: SYSTEM, now });
const echoed = (number = 1) =>
  record({ probe: 'challenge', number, answer: { status: 200 }, durationMs: 12, echoed: true });

const here = given(displayDecider, [registered, challenge(1)]);
const { url: _url, ...pageOnly } = PARTICULARS;
const withoutAddress: DisplayEvent = {
  type: 'DisplayRegistered',
  data: { ...pageOnly, audience: 'public', keyVersion: 1 },
};

describe('a test', () => {
  test('is sent when a keeper asks for it, and its result stays to be seen', () => {
    const asked = here.when(display('TestDisplay', {}, later));
    asked.then([{ type: 'DisplayTestRequested', data: { number: 1 } }]);
    const answer = { status: 500, excerpt: 'no disk' };
    const answered = asked.when(record({ probe: 'test', number: 1, answer, durationMs: 30 }));
    answered.then([{ type: 'DisplayTestAnswered', data: { number: 1, answer, durationMs: 30 } }]);
    expect(answered.state?.test).toEqual({
      number: 1,
      requestedAt: later.now,
      answeredAt: later.now,
      answer,
      durationMs: 30,
    });
    expect(answered.state?.log).toMatchObject([{ kind: 'test', number: 1, answer }]);
    expect(answered.state).not.toHaveProperty('failing');
  });

  test('may be sent to a display that is switched off', () => {
    here
      .when(display('DisableDisplay', { reason: '检修' }))
      .when(display('TestDisplay', {}, later))
      .thenTypes('DisplayTestRequested');
  });

  test('waits for the one before it, but not for ever', () => {
    const asked = here.when(display('TestDisplay', {}));
    asked.when(display('TestDisplay', {}, { now: secondsLater(59) })).thenRefused('probe-under-way');
    asked.when(display('TestDisplay', {}, { now: secondsLater(60) })).thenTypes('DisplayTestRequested');
  });

  test('that was asked for again meanwhile is not answered by the one before it', () => {
    here
      .when(display('TestDisplay', {}))
      .when(display('TestDisplay', {}, later))
      .when(record({ probe: 'test', number: 1, answer: { status: 204 } }))
      .then([]);
  });

  test('needs an address and a keeper', () => {
    given(displayDecider, [withoutAddress]).when(display('TestDisplay', {})).thenRefused('address-missing');
    here.when(display('TestDisplay', {}, { actor: person('zhoumin') })).thenRefused('not-permitted');
    here
      .when(display('RecordProbe', { probe: 'test', number: 1, answer: { status: 200 } }))
      .thenRefused('system-only');
  });
});

describe('a challenge', () => {
  test('that comes back verifies the address, once', () => {
    const answered = here.when(echoed());
    answered.thenTypes('DisplayChallengeAnswered');
    expect(answered.state && isVerified(answered.state)).toBe(true);
    answered.when(echoed()).then([]);
  });

  test('that does not come back leaves it as it was, and may be sent again', () => {
    const refused = here.when(record({ probe: 'challenge', number: 1, answer: { status: 401 } }));
    expect(refused.state && isVerified(refused.state)).toBe(false);
    refused.when(display('VerifyDisplay', {})).then([challenge(2)]);
  });

  test('is sent anew to another address, which is not verified until it answers', () => {
    const moved = here
      .when(echoed())
      .when(display('ChangeDisplay', { ...PARTICULARS, url: 'https://elsewhere.example.cn/' }));
    moved.thenTypes('DisplayChanged', 'DisplayChallengeRequested');
    expect(moved.state && isVerified(moved.state)).toBe(false);
    const answered = moved.when(echoed(1));
    expect(answered.events).toEqual([]);
    const verified = moved.when(echoed(2));
    expect(verified.state && isVerified(verified.state)).toBe(true);
  });

  test('is not sent for a change of the name', () => {
    const renamed = here.when(echoed()).when(display('ChangeDisplay', { ...PARTICULARS, name: '北门大屏' }));
    renamed.thenTypes('DisplayChanged');
    expect(renamed.state && isVerified(renamed.state)).toBe(true);
  });

  test('is not sent where there is no address, and counts on when there is one again', () => {
    const gone = here.when(echoed()).when(display('ChangeDisplay', pageOnly));
    gone.thenTypes('DisplayChanged');
    gone
      .when(display('ChangeDisplay', PARTICULARS))
      .then([{ type: 'DisplayChanged', data: PARTICULARS }, challenge(2)]);
  });

  test.each([
    ['the text itself', { status: 200, excerpt: 'abc' }, true],
    ['JSON', { status: 200, excerpt: '{ "challenge": "abc", "ok": true }' }, true],
    ['another text', { status: 200, excerpt: 'abcd' }, false],
    ['nothing', { status: 204 }, false],
    ['an error that says it', { status: 403, excerpt: 'abc' }, false],
    ['a redirect that says it', { status: 302, excerpt: 'abc' }, false],
    ['JSON null', { status: 200, excerpt: 'null' }, false],
    ['no answer', { failure: 'timeout' as const }, false],
  ])('is recognised in an answer: %s', (_, answer, expected) => {
    expect(isEchoed(answer, 'abc')).toBe(expected);
  });
});

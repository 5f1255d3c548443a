import { describe, expect, test } from 'vitest';
import { displayCommands } from '../../../domain/display/commands.ts';
import { displayDecider } from '../../../domain/display/display.ts';
import { excerptOf } from '../../../domain/display/excerpt.ts';
import { perMinuteOf, turnAt } from '../../../domain/display/pace.ts';
import { given } from '../../support/decider.ts';
import { display, NOW, PARTICULARS, registered } from './samples.ts';

const parse = (data: object) => displayCommands.ChangeDisplay.safeParse({ ...PARTICULARS, ...data });
const change = (data: object) =>
  given(displayDecider, [registered]).when(
    display('ChangeDisplay', displayCommands.ChangeDisplay.parse({ ...PARTICULARS, ...data })),
  );

describe('headers of the receiver’s own', () => {
  test('are kept, their names in lower case', () => {
    const changed = change({ headers: { 'X-School': 'dongfang', 'ce-tenantid': 'd 1' } });
    expect(changed.state?.headers).toEqual({ 'x-school': 'dongfang', 'ce-tenantid': 'd 1' });
  });

  test.each([
    'webhook-id',
    'Webhook-Signature',
    'Host',
    'content-type',
    'Content-Length',
    'authorization',
    'Cookie',
    'proxy-authorization',
    'x-forwarded-for',
    'transfer-encoding',
    'user-agent',
  ])('cannot be %s', (name) => {
    change({ headers: { [name]: 'x' } }).thenRefused('header-reserved', { name: name.toLowerCase() });
  });

  test.each([
    ['a line break', { 'x-a': 'a\r\nx-b: c' }],
    ['a control character', { 'x-a': 'a\u0000' }],
    ['Chinese', { 'x-a': '学校' }],
    ['nothing', { 'x-a': '' }],
    ['too much', { 'x-a': 'a'.repeat(257) }],
    ['a name with a space', { 'x a': 'a' }],
    ['a name with a colon', { 'x:a': 'a' }],
    ['a name that is too long', { ['x'.repeat(65)]: 'a' }],
    ['eleven of them', Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`x-${n}`, 'a']))],
  ])('cannot hold %s', (_, headers) => {
    expect(parse({ headers }).success).toBe(false);
  });

  test('go when a change leaves them out', () => {
    const changed = change({ headers: { 'x-school': 'dongfang' }, perMinute: 5 });
    const state = changed.when(display('ChangeDisplay', PARTICULARS)).state;
    expect(state).not.toHaveProperty('headers');
    expect(state).not.toHaveProperty('perMinute');
  });
});

describe('notices that a display wants', () => {
  test.each([[['notice.released']], [['notice.updated']], [['notice.released', 'notice.updated']]])(
    'cannot be %s without those that take down',
    (notices) => void change({ notices }).thenRefused('withdrawals-wanted', { field: 'notices' }),
  );

  test('may leave out updates, or everything but withdrawals', () => {
    change({ notices: ['notice.released', 'notice.withdrawn'] }).thenTypes('DisplayChanged');
    change({ notices: ['notice.withdrawn'] }).thenTypes('DisplayChanged');
    expect(parse({ notices: [] }).success).toBe(false);
  });
});

describe('the pace of a display', () => {
  const of = (change: object, verified = true) =>
    perMinuteOf(
      { ...PARTICULARS, audience: 'public', active: true, registeredAt: NOW, keyVersion: 1, ...change },
      verified,
    );

  test('is its own figure, lower while it is not verified, and lowest while nothing gets through', () => {
    expect(of({})).toBe(120);
    expect(of({ perMinute: 600 })).toBe(600);
    expect(of({ perMinute: 600 }, false)).toBe(30);
    expect(of({ perMinute: 5 }, false)).toBe(5);
    expect(of({ failing: { since: NOW } })).toBe(10);
    expect(of({ failing: { since: NOW }, perMinute: 5 })).toBe(5);
  });

  test('is between 1 and 600', () => {
    for (const perMinute of [0, 601, 1.5]) expect(parse({ perMinute }).success).toBe(false);
  });

  test('lets a minute’s worth go at once, and the rest evenly', () => {
    const turns = Array.from({ length: 6 }, (_, drawn) => turnAt(drawn * 20_000, 0, 3));
    expect(turns).toEqual([0, 0, 0, 20_000, 40_000, 60_000]);
  });
});

describe('an excerpt', () => {
  test.each([
    ['  {"error": "磁盘\n已满"}\u0000 ', '{"error": "磁盘 已满"}'],
    ['a\u202Eb\u0007c', 'abc'],
    ['', ''],
    ['x'.repeat(1_000), 'x'.repeat(256)],
    [`${'x'.repeat(255)}😀`, 'x'.repeat(255)],
  ])('of %j is on one line and short', (body, excerpt) => {
    expect(excerptOf(body)).toBe(excerpt);
  });
});

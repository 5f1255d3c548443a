import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DisplayAudience } from '../../../domain/display/commands.ts';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import { challengeMessage, testMessage } from '../../../domain/display/probe-schemas.ts';
import { openCommit } from '../../../domain/kernel/commit.ts';
import type { Webhook as Outgoing } from '../../../functions/adapters/webhook.ts';
import { busEventsOf } from '../../../functions/edge/bus-event.ts';
import { approved, proposed, released, revised, withdrawn } from '../../domain/display/items.ts';
import { person } from '../../domain/display/samples.ts';
import { DisplayReceiver } from '../../support/display-receiver.ts';
import { SCHOOL, World } from './world.ts';

const MINUTE = 60_000;
let world: World;
let receiver: DisplayReceiver;

beforeEach(async () => {
  world = new World();
  receiver = await DisplayReceiver.start();
});
afterEach(() => receiver.stop());

const PARTICULARS = { name: '校门口大屏', place: '校门口', audience: 'public' as DisplayAudience };
async function register(id = 'gate', change: object = {}) {
  const { secret = '' } = await world.display(id, 'RegisterDisplay', {
    ...PARTICULARS,
    url: receiver.url,
    ...change,
  });
  receiver.trust(secret);
  return secret;
}
const release = (id = 'item-1') =>
  world.write('ITEM', id, proposed(), approved('public'), released('public'));
const update = (id: string) =>
  world.write('ITEM', id, revised({ title: '第二版' }), approved('public'), released('public', 2));
const sinceAlways = { since: '2020-01-01T00:00:00.000Z' };
const typesOf = (kind: 'DELIVERY' | 'DISPLAY') => world.recorded(kind).map(({ type }) => type);
const turns = () => typesOf('DISPLAY').filter((type) => !/Challenge|Test/.test(type));

describe('a notice that is sent again', () => {
  test('has the id and the bytes it had, and is signed with the key of now', async () => {
    await register();
    release();
    await world.settle();
    const { secret = '' } = await world.display('gate', 'RotateSecret', { overlapHours: 0 });
    receiver.trust(secret);
    await world.display('gate', 'ResendNotice', { item: 'item-1' });
    await world.settle();
    const [first, again] = receiver.receptions;
    expect(receiver.receptions).toHaveLength(2);
    expect([again?.id, again?.body, again?.answered]).toEqual([first?.id, first?.body, 204]);
    expect(new Webhook(secret).verify(again?.body ?? '', again?.headers ?? {})).toBeTruthy();
    expect(receiver.onShow).toHaveLength(1);
  });

  test('is tried once, and nothing is concluded from how that went', async () => {
    await register();
    release();
    await world.settle();
    world.send = async () => ({ failure: 'unreachable' });
    await world.display('gate', 'ResendNotice', { item: 'item-1' });
    for (let hour = 0; hour < 30; hour += 1) {
      await world.settle();
      await world.pass(60 * MINUTE);
    }
    expect(turns()).toEqual(['DisplayRegistered', 'ResendRequested']);
    expect(typesOf('DELIVERY')).toEqual([
      'DeliveryPlanned',
      'DeliverySucceeded',
      'DeliveryResendRequested',
      'DeliveryResent',
    ]);
  });

  test('does not end a time of failure either', async () => {
    await register();
    receiver.fail(500);
    release();
    await world.settle();
    await world.display('gate', 'ResendNotice', { item: 'item-1' });
    await world.settle();
    expect(receiver.onShow).toHaveLength(1);
    expect(turns()).toEqual(['DisplayRegistered', 'DeliveriesFailing', 'ResendRequested']);
    await world.pass(60 * MINUTE);
    await world.settle();
    expect(receiver.receptions).toHaveLength(2);
  });

  test('reaches a display that is switched off, and leaves it so', async () => {
    await register();
    release();
    await world.settle();
    await world.display('gate', 'DisableDisplay', { reason: '检修' });
    await world.display('gate', 'ResendNotice', { item: 'item-1' });
    await world.settle();
    expect(receiver.receptions).toHaveLength(2);
    expect(turns().at(-1)).toBe('ResendRequested');
  });

  test('stands in the record with who asked, and each sending with what caused it', async () => {
    await register();
    release();
    await world.settle();
    await world.display('gate', 'ResendNotice', { item: 'item-1' });
    const [asked] = await world.settle();
    const commits = [...world.log.streams.values()].flat().map(openCommit);
    const audit = commits.find(({ events }) => events.some(({ type }) => type === 'ResendRequested'));
    expect(audit).toMatchObject({ by: person('linxiao'), at: world.now });
    const sent = commits.find(({ events }) => events.some(({ type }) => type === 'DeliveryResendRequested'));
    expect(sent?.cause).toBe(asked?.id);
  });

  test('asked for by who may not keep displays changes nothing', async () => {
    await register();
    release();
    await world.settle();
    const before = world.log.streams.size;
    const request = {
      type: 'ResyncDisplay' as const,
      data: {},
      now: world.now,
      actor: person('zhoumin'),
      commandId: 'no',
      correlation: 'test',
    };
    await expect(world.displays.issue(SCHOOL, 'gate', request)).rejects.toMatchObject({
      code: 'not-permitted',
    });
    expect(await world.settle()).toEqual([]);
    expect(world.log.streams.size).toBe(before);
  });
});

describe('notices that are sent again', () => {
  test('may be those of a time and of a state', async () => {
    await register();
    receiver.fail(410);
    release('item-1');
    await world.settle();
    await world.display('gate', 'EnableDisplay', {});
    await world.settle();
    const noon = world.now;
    await world.pass(60 * MINUTE);
    release('item-2');
    await world.settle();
    receiver.receptions.splice(0);

    await world.display('gate', 'ResendNotices', { since: noon, until: noon });
    await world.settle();
    expect(receiver.receptions.map(({ notice }) => notice?.data.id)).toEqual(['item-1']);
    receiver.receptions.splice(0);
    await world.display('gate', 'ResendNotices', { ...sinceAlways, status: 'exhausted' });
    await world.settle();
    expect(receiver.receptions).toEqual([]);
    await world.display('gate', 'ResendNotices', sinceAlways);
    await world.settle();
    expect(receiver.receptions).toHaveLength(2);
  });

  test('may be all on show: what is down, and what others may see, stays away', async () => {
    await register();
    for (const id of ['item-1', 'item-2', 'item-3']) release(id);
    world.write('ITEM', 'for-members', proposed(), approved('party'), released('party'));
    await world.settle();
    world.write('ITEM', 'item-3', withdrawn(1));
    await world.settle();
    receiver.receptions.splice(0);
    await world.display('gate', 'ResyncDisplay', {});
    await world.settle();
    expect(receiver.receptions.map(({ notice }) => notice?.data.id).toSorted()).toEqual(['item-1', 'item-2']);
  });

  test('tell a display that is switched off what has changed since', async () => {
    await register();
    release('item-1');
    await world.settle();
    await world.display('gate', 'DisableDisplay', { reason: '检修' });
    update('item-1');
    release('item-2');
    await world.settle();
    await world.display('gate', 'ResyncDisplay', {});
    await world.settle();
    expect(receiver.onShow.map(({ id, title }) => [id, title === '第二版']).toSorted()).toEqual([
      ['item-1', true],
      ['item-2', false],
    ]);
  });
});

describe('tests and challenges', () => {
  test('are signed messages of their own, and never shown', async () => {
    const secret = await register();
    await world.display('gate', 'TestDisplay', {});
    await world.settle();
    const [challenge, trial] = receiver.probes;
    expect(receiver.probes).toHaveLength(2);
    const verified = receiver.probes.map(({ body, headers }) => new Webhook(secret).verify(body, headers));
    expect(challengeMessage.safeParse(verified[0]).success).toBe(true);
    expect(testMessage.safeParse(verified[1]).success).toBe(true);
    expect(challenge?.id).not.toBe(trial?.id);
    expect(receiver.onShow).toEqual([]);
    const display = await world.deliveries.display(SCHOOL, 'gate');
    expect(display?.test).toMatchObject({ number: 1, answer: { status: 204 } });
    expect(display?.challenge).toMatchObject({ verified: true });
    expect(turns()).toEqual(['DisplayRegistered']);
  });

  test('challenge nobody twice with the same words, and nobody who takes no notices', async () => {
    await register();
    receiver.probeAnswer = { status: 200, body: 'yes' };
    await world.settle();
    await world.display('gate', 'VerifyDisplay', {});
    await world.display('wall', 'RegisterDisplay', PARTICULARS);
    await world.settle();
    const said = receiver.probes.map(({ body }) => JSON.parse(body).data.challenge);
    expect(said).toHaveLength(2);
    expect(new Set(said).size).toBe(2);
    const display = await world.deliveries.display(SCHOOL, 'gate');
    expect(display?.challenge).toMatchObject({ verified: false, answer: { status: 200, excerpt: 'yes' } });
  });

  test('are not taken twice when the message comes twice', async () => {
    await register();
    await world.display('gate', 'TestDisplay', {});
    const events = await world.settle();
    for (const event of events) await world.take(event);
    expect(receiver.probes).toHaveLength(2);
  });
});

describe('the pace of a display', () => {
  /** How many went out at each instant of the world's clock. */
  const counting = () => {
    const counts = new Map<string, number>();
    world.send = async (webhook: Outgoing) => {
      if (webhook.body.includes('"display.challenge"')) return { status: 401 };
      counts.set(world.now, (counts.get(world.now) ?? 0) + 1);
      return { status: 204 };
    };
    return counts;
  };
  const releaseMany = (count: number) => {
    for (let index = 0; index < count; index += 1) release(`item-${index}`);
  };

  test('puts off what is too much at once, which is no attempt, no failure, and not forgotten', async () => {
    const counts = counting();
    await register('gate', { perMinute: 5 });
    releaseMany(12);
    await world.settle();
    expect([...counts.values()]).toEqual([5]);
    for (let minute = 0; minute < 3; minute += 1) {
      await world.pass(MINUTE);
      await world.settle();
    }
    expect([...counts.values()]).toEqual([5, 5, 2]);
    expect(turns()).toEqual(['DisplayRegistered']);
    const attempts = world.recorded('DELIVERY').filter(({ type }) => type === 'DeliverySucceeded');
    expect(attempts.map(({ data }) => (data as { attempt: number }).attempt)).toEqual(Array(12).fill(1));
    expect(typesOf('DELIVERY').filter((type) => type === 'DeliveryPostponed')).toHaveLength(7);
  });

  test('is low until the receiver has answered the challenge', async () => {
    const counts = counting();
    await register();
    releaseMany(40);
    await world.settle();
    expect([...counts.values()]).toEqual([30]);
  });

  test('holds for what is asked for again, too', async () => {
    const counts = counting();
    await register('gate', { perMinute: 5 });
    releaseMany(5);
    await world.settle();
    await world.display('gate', 'ResyncDisplay', {});
    for (let minute = 0; minute < 2; minute += 1) {
      await world.settle();
      await world.pass(MINUTE);
    }
    await world.settle();
    expect([...counts.values()]).toEqual([5, 5]);
  });

  test('of one display is no other’s', async () => {
    const counts = counting();
    await register('gate', { perMinute: 1 });
    await register('hall', { perMinute: 5 });
    releaseMany(5);
    await world.settle();
    expect([...counts.values()]).toEqual([6]);
  });
});

test('a display that never answers takes ten places a minute, and holds up nobody', async () => {
  const waiting: (() => void)[] = [];
  const served: string[] = [];
  world.send = (webhook) => {
    const { pathname } = new URL(webhook.url);
    if (webhook.body.includes('"display.challenge"')) return Promise.resolve({ status: 401 });
    served.push(pathname);
    if (pathname !== '/dead') return Promise.resolve({ status: 204 });
    return new Promise<Answer>((settle) => waiting.push(() => settle({ failure: 'timeout' })));
  };
  const at = (path: string) => ({ url: `${new URL(receiver.url).origin}${path}` });
  await register('dead', at('/dead'));
  await register('alive', at('/alive'));
  for (let index = 0; index < 60; index += 1) release(`item-${index}`);
  // The batch is in flight, and every message to the dead one hangs until its time-out.
  const settling = world.settle();
  await expect.poll(() => served.filter((path) => path === '/alive').length).toBe(30);
  const answerAll = () => waiting.splice(0).forEach((time) => void time());
  const timer = setInterval(answerAll, 1);
  await settling;
  clearInterval(timer);

  served.splice(0);
  const later = setInterval(answerAll, 1);
  for (let minute = 0; minute < 3; minute += 1) {
    await world.pass(MINUTE);
    await world.settle();
  }
  clearInterval(later);
  expect(served.filter((path) => path === '/alive')).toHaveLength(30);
  expect(served.filter((path) => path === '/dead').length).toBeLessThanOrEqual(3 * 30);
});

describe('a wish of the receiver', () => {
  test('for headers is met beside our own', async () => {
    await register('gate', { headers: { 'x-school': 'dongfang' } });
    release();
    await world.settle();
    expect(receiver.receptions[0]?.headers).toMatchObject({
      'x-school': 'dongfang',
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': expect.stringMatching(/^msg_/),
    });
  });

  test('to hear of no updates is met; it still hears what is down', async () => {
    await register('gate', { notices: ['notice.released', 'notice.withdrawn'] });
    release();
    await world.settle();
    update('item-1');
    await world.settle();
    world.write('ITEM', 'item-1', withdrawn(2));
    await world.settle();
    expect(receiver.receptions.map(({ notice }) => notice?.type)).toEqual([
      'notice.released',
      'notice.withdrawn',
    ]);
    expect(world.recorded('DELIVERY')).toContainEqual({
      type: 'DeliveryDropped',
      data: { revision: expect.any(Number), reason: 'not-wanted' },
    });
  });

  test('that changes is met from then on', async () => {
    const notices = ['notice.released' as const, 'notice.withdrawn' as const];
    await register('gate', { notices });
    release();
    await world.settle();
    update('item-1');
    await world.settle();
    const { audience: _audience, ...particulars } = PARTICULARS;
    await world.display('gate', 'ChangeDisplay', { ...particulars, url: receiver.url });
    await world.settle();
    expect(receiver.onShow).toMatchObject([{ title: '第二版' }]);
  });
});

test('nothing of an address or a key crosses the bus', async () => {
  const secret = await register('gate', { headers: { 'x-key': 'for-the-receiver-only' } });
  release();
  await world.settle();
  await world.display('gate', 'RotateSecret', { overlapHours: 24 });
  await world.display('gate', 'DisableDisplay', { reason: '检修' });
  await world.display('gate', 'EnableDisplay', {});
  const commits = [...world.log.streams.values()].flat().map(openCommit);
  const bus = JSON.stringify(commits.flatMap(busEventsOf));
  for (const type of ['DisplayRegistered', 'SecretRotated', 'DisplayDisabled', 'DisplayEnabled'])
    expect(bus).toContain(type);
  for (const told of [secret.slice(6), receiver.url, 'for-the-receiver-only', 'whsec_', '检修'])
    expect(bus).not.toContain(told);
});

import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import type { Webhook as Outgoing } from '../../../functions/adapters/webhook.ts';
import { approved, CONTENT, proposed, released, revised, withdrawn } from '../../domain/display/items.ts';
import { DisplayReceiver } from '../../support/display-receiver.ts';
import { SCHOOL, World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
let world: World;
let receiver: DisplayReceiver;

beforeEach(async () => {
  world = new World();
  receiver = await DisplayReceiver.start();
});
afterEach(() => receiver.stop());

async function register(id = 'gate', change: { audience?: 'public' | 'unit'; url?: string } = {}) {
  const data = {
    name: '校门口大屏',
    place: '校门口',
    url: receiver.url,
    audience: 'public' as const,
    ...change,
  };
  const { secret = '' } = await world.display(id, 'RegisterDisplay', data);
  receiver.trust(secret);
  return secret;
}

const release = (id = 'item-1', audience: 'public' | 'unit' | 'party' = 'public') =>
  world.write('ITEM', id, proposed(), approved(audience), released(audience));

/** Challenges are left out: each display is sent one, and notices do not depend on it. */
const typesOf = (kind: 'DELIVERY' | 'DISPLAY') =>
  world
    .recorded(kind)
    .map(({ type }) => type)
    .filter((type) => !type.startsWith('DisplayChallenge'));

describe('a notice on its way', () => {
  test('is shown when released, replaced when updated, gone when withdrawn', async () => {
    await register();
    release();
    await world.settle();
    expect(receiver.onShow).toMatchObject([
      {
        id: 'item-1',
        title: CONTENT.title,
        summary: '经研究，拟推荐张三为先进教师人选，现予公示。 公示期内可提出意见。',
        url: 'https://gongkai.example.cn/o/dongfang/items/item-1',
      },
    ]);

    world.write('ITEM', 'item-1', revised({ title: '第二版' }), approved('public'), released('public', 2));
    await world.settle();
    expect(receiver.onShow).toMatchObject([{ title: '第二版', version: 2 }]);

    world.write('ITEM', 'item-1', withdrawn(2));
    await world.settle();
    expect(receiver.onShow).toEqual([]);
    expect(receiver.receptions.map(({ notice }) => notice?.type)).toEqual([
      'notice.released',
      'notice.updated',
      'notice.withdrawn',
    ]);
    expect(receiver.receptions.at(-1)?.body).not.toContain('第二版');
  });

  test('reaches the displays whose audience may see it, and no other', async () => {
    const elsewhere = await DisplayReceiver.start();
    const secret = await register('gate');
    await register('staff', { audience: 'unit', url: elsewhere.url });
    elsewhere.trust(world.secrets.secret('dongfang', 'staff', 1));
    receiver.trust(secret);
    release('for-all', 'public');
    release('for-staff', 'unit');
    release('for-members', 'party');
    await world.settle();
    await elsewhere.stop();
    expect(receiver.onShow.map(({ id }) => id)).toEqual(['for-all']);
    expect(elsewhere.onShow.map(({ id }) => id).toSorted()).toEqual(['for-all', 'for-staff']);
    expect(world.recorded('DELIVERY')).toHaveLength(6);
  });

  test('is not sent again by an event that comes twice, nor by one that changes nothing there', async () => {
    await register();
    release();
    const events = await world.settle();
    for (const event of events) await world.take(event);
    world.write('ITEM', 'item-1', { type: 'ProgressRecorded', data: { text: '过半', percent: 50 } });
    const [later] = world.relay();
    if (later) await world.take({ ...later, type: 'ItemReleased' });
    await world.settle();
    expect(receiver.receptions).toHaveLength(1);
    expect(typesOf('DELIVERY')).toEqual(['DeliveryPlanned', 'DeliverySucceeded']);
  });

  test('is signed under both keys while the secret is being rotated, and under the new one alone when it leaked', async () => {
    const old = await register();
    const { secret = '' } = await world.display('gate', 'RotateSecret', { overlapHours: 24 });
    expect(secret).not.toBe(old);
    release('item-1');
    await world.settle();
    const [{ body, headers } = { body: '', headers: {} }] = receiver.receptions;
    for (const key of [old, secret]) expect(new Webhook(key).verify(body, headers)).toBeTruthy();

    await world.display('gate', 'RotateSecret', { overlapHours: 0 });
    release('item-2');
    await world.settle();
    const last = receiver.receptions.at(-1);
    expect(last).toMatchObject({ answered: 401 });
    expect(last?.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });
});

describe('a display that fails', () => {
  test('is tried again with the same id and the same bytes, and a fresh timestamp', async () => {
    await register();
    receiver.fail(500, { status: 503, headers: { 'retry-after': '600' } });
    release();
    await world.settle();
    await world.pass(6_000);
    await world.settle();
    await world.pass(HOUR / 12);
    await world.settle();
    expect(receiver.receptions).toHaveLength(2);
    await world.pass(HOUR / 12);
    await world.settle();
    expect(receiver.receptions.map(({ answered }) => answered)).toEqual([500, 503, 204]);
    expect(new Set(receiver.receptions.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
    expect(receiver.onShow).toHaveLength(1);
    expect(typesOf('DISPLAY')).toEqual(['DisplayRegistered', 'DeliveriesFailing', 'DeliveriesRecovered']);
  });

  test('is not tried early by a message that comes late or twice', async () => {
    await register();
    receiver.fail(500, 500);
    release();
    const first = await world.settle();
    for (const event of first) await world.take(event);
    expect(receiver.receptions).toHaveLength(1);
    await world.pass(6_000);
    const second = await world.settle();
    for (const event of [...first, ...second]) await world.take(event);
    expect(receiver.receptions).toHaveLength(2);
  });

  test('is told of the withdrawal instead, once it answers again', async () => {
    await register();
    receiver.fail(500);
    release();
    await world.settle();
    world.write('ITEM', 'item-1', withdrawn(1));
    await world.settle();
    await world.pass(HOUR);
    await world.settle();
    expect(typesOf('DELIVERY')).toEqual([
      'DeliveryPlanned',
      'DeliveryFailed',
      'DeliverySuperseded',
      'DeliveryPlanned',
      'DeliveryPostponed',
      'DeliveryRetryDue',
      'DeliverySucceeded',
    ]);
    expect(receiver.receptions.map(({ notice }) => notice?.type)).toEqual([
      'notice.released',
      'notice.withdrawn',
    ]);
    expect(receiver.onShow).toEqual([]);
  });

  test('until a delivery was given up gets that notice too, once it is reached again', async () => {
    await register();
    release('item-1');
    await world.settle();
    world.write('ITEM', 'item-1', withdrawn(1));
    const { send } = world;
    world.send = async () => ({ failure: 'unreachable' });
    for (let hour = 0; hour < 100; hour += 1) {
      await world.settle();
      await world.pass(HOUR);
    }
    expect(typesOf('DELIVERY').at(-1)).toBe('DeliveryExhausted');
    expect(receiver.onShow).toHaveLength(1);
    world.send = send;
    release('item-2');
    await world.settle();
    await world.pass(MINUTE);
    await world.settle();
    expect(receiver.onShow.map(({ id }) => id)).toEqual(['item-2']);
  });

  test('steps aside with the next notice, which comes back by the lane of those that are tried again', async () => {
    await register();
    receiver.fail(500);
    release('item-1');
    await world.settle();
    const patience: (number | undefined)[] = [];
    const { send } = world;
    world.send = (webhook) => {
      patience.push(webhook.timeoutMs);
      return send(webhook);
    };
    release('item-2');
    expect((await world.settle()).map(({ type }) => type)).toContain('DeliveryPlanned');
    expect(patience).toEqual([]);
    await world.pass(MINUTE);
    const woken = (await world.settle()).filter(({ type }) => type === 'DeliveryRetryDue');
    expect(woken).toHaveLength(2);
    expect(patience).toEqual([20_000, 20_000]);
    expect(receiver.onShow).toHaveLength(2);
    release('item-3');
    await world.settle();
    expect(patience.slice(2)).toEqual([5_000]);
  });

  test('with 410 is switched off, and what is planned for it is not sent', async () => {
    await register();
    receiver.fail(410);
    release('item-1');
    await world.settle();
    release('item-2');
    await world.settle();
    expect(receiver.receptions).toHaveLength(1);
    expect(typesOf('DISPLAY')).toEqual(['DisplayRegistered', 'DisplayDisabled']);
    expect(typesOf('DELIVERY')).toEqual(['DeliveryPlanned', 'DeliveryExhausted']);
  });

  test('for ever is switched off after five days, and every delivery has come to its end', async () => {
    await register();
    world.send = async () => ({ failure: 'unreachable' });
    for (let day = 0; day <= 6; day += 1) {
      release(`item-${day}`);
      for (let hour = 0; hour < 24; hour += 1) {
        await world.settle();
        await world.pass(HOUR);
      }
    }
    expect(typesOf('DISPLAY')).toEqual([
      'DisplayRegistered',
      'DeliveriesFailing',
      'DeliveriesFailing',
      'DisplayDisabled',
    ]);
    const planned = typesOf('DELIVERY').filter((type) => type === 'DeliveryPlanned');
    const ended = typesOf('DELIVERY').filter(
      (type) => type === 'DeliveryExhausted' || type === 'DeliveryDropped',
    );
    expect(ended).toHaveLength(planned.length);
  });

  test('to answer does not keep the others from being served', async () => {
    await register('gate');
    const secret = world.secrets.secret('dongfang', 'gate', 1);
    const hanging = await DisplayReceiver.start();
    hanging.fail('hang');
    await register('hall', { url: hanging.url });
    receiver.trust(secret);
    release();
    await world.settle();
    await hanging.stop();
    expect(receiver.onShow).toHaveLength(1);
    const answers = world.recorded('DELIVERY').map(({ data }) => (data as { answer?: Answer }).answer);
    expect(answers).toContainEqual({ failure: 'timeout' });
  });
});

describe('a display that is switched off and on', () => {
  test('gets what it missed when it is switched on again, take-downs included', async () => {
    await register();
    release('item-1');
    release('item-2');
    await world.settle();
    await world.display('gate', 'DisableDisplay', { reason: '检修' });
    world.write('ITEM', 'item-1', withdrawn(1));
    release('item-3');
    await world.settle();
    expect(receiver.receptions).toHaveLength(2);
    await world.display('gate', 'EnableDisplay', {});
    await world.settle();
    expect(receiver.onShow.map(({ id }) => id).toSorted()).toEqual(['item-2', 'item-3']);
    expect(receiver.receptions).toHaveLength(4);
  });

  test('while a notice is pending gets it when it is switched on again', async () => {
    await register();
    receiver.fail(500);
    release();
    await world.settle();
    await world.display('gate', 'DisableDisplay', { reason: '检修' });
    await world.pass(HOUR);
    await world.settle();
    expect(typesOf('DELIVERY').at(-1)).toBe('DeliveryDropped');
    await world.display('gate', 'EnableDisplay', {});
    await world.settle();
    expect(receiver.onShow).toHaveLength(1);
  });
});

test('a display that is registered late, or moves, learns what is on show', async () => {
  release('item-1');
  release('item-2', 'party');
  await register();
  await world.settle();
  expect(receiver.onShow.map(({ id }) => id)).toEqual(['item-1']);

  const replacement = await DisplayReceiver.start();
  replacement.trust(world.secrets.secret('dongfang', 'gate', 1));
  await world.display('gate', 'ChangeDisplay', { name: '新屏', place: '校门口', url: replacement.url });
  await world.settle();
  await replacement.stop();
  expect(replacement.onShow.map(({ id }) => id)).toEqual(['item-1']);
});

test('a filter that is narrowed takes down what it leaves out', async () => {
  await register();
  release();
  await world.settle();
  const filter = { rows: ['b-99'], classes: [] };
  await world.display('gate', 'ChangeDisplay', { name: '大屏', place: '校门口', url: receiver.url, filter });
  await world.settle();
  expect(receiver.onShow).toEqual([]);
});

describe('when the record cannot be written', () => {
  test('the notice is sent again with the same id, and shown once', async () => {
    await register();
    release();
    const append = world.log.append.bind(world.log);
    let outages = 1;
    world.log.append = async (commit) => {
      if (commit.body.includes('DeliverySucceeded') && outages-- > 0) throw new Error('no connection');
      return append(commit);
    };
    let failed: unknown;
    const take = world.take.bind(world);
    world.take = async (event) => {
      await take(event).catch(async (error) => {
        failed = error;
        await take(event);
      });
    };
    await world.settle();
    expect(failed).toBeInstanceOf(Error);
    expect(receiver.receptions).toHaveLength(2);
    expect(new Set(receiver.receptions.map(({ id }) => id)).size).toBe(1);
    expect(receiver.onShow).toHaveLength(1);
    expect(typesOf('DELIVERY')).toEqual(['DeliveryPlanned', 'DeliverySucceeded']);
  });
});

describe('the secret', () => {
  test('is in the answer to the registration, in its repeat, and nowhere in the record or the message', async () => {
    const sent: Outgoing[] = [];
    const send = world.send;
    world.send = (webhook) => {
      sent.push(webhook);
      return send(webhook);
    };
    const data = { name: '大屏', place: '校门口', url: receiver.url, audience: 'public' as const };
    const { secret = '' } = await world.display('gate', 'RegisterDisplay', data, 'same-key');
    const repeat = await world.display('gate', 'RegisterDisplay', data, 'same-key');
    expect(secret).toMatch(/^whsec_/);
    expect(repeat).toMatchObject({ secret, repeated: true });
    release();
    await world.settle();
    const bare = secret.slice('whsec_'.length);
    const everything = JSON.stringify([[...world.log.streams.values()], sent]);
    expect(sent).toHaveLength(2);
    expect(everything).not.toContain(bare);
  });

  test('is not told to somebody who repeats a request without a seat', async () => {
    const data = { name: '大屏', place: '校门口', url: receiver.url, audience: 'public' as const };
    await world.display('gate', 'RegisterDisplay', data, 'same-key');
    const request = {
      type: 'RegisterDisplay' as const,
      data,
      now: world.now,
      actor: { kind: 'person' as const, person: 'stranger', organisation: 'dongfang' },
      commandId: 'same-key',
      correlation: 'test',
    };
    await expect(world.displays.issue(SCHOOL, 'gate', request)).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  test('is not made for a display that gets no notices', async () => {
    const data = { name: '大屏', place: '校门口', audience: 'public' as const };
    expect(await world.display('gate', 'RegisterDisplay', data)).not.toHaveProperty('secret');
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cardOfDisplay } from '../../../domain/display/card.ts';
import { carrierSchema } from '../../../domain/display/carrier/schema.ts';
import { displayHistory } from '../../../domain/display/state.ts';
import { approved, content, proposed, released, revised, withdrawn } from '../../domain/display/items.ts';
import { RobotPlatform } from '../../support/robot-platform.ts';
import { FakeApi } from './fakes/api.ts';
import { FakeXiboCms } from './fakes/xibo-cms.ts';
import { SCHOOL, World } from './world.ts';

const HOUR = 3_600_000;
const SECRET = 'xibo-secret-4711';
let world: World;
let cms: FakeXiboCms;

beforeEach(async () => {
  world = new World();
  cms = await FakeXiboCms.start();
});
afterEach(() => cms.stop());

const particulars = (url: string, carrier?: object) => ({
  name: '校门口大屏',
  place: '校门口',
  url,
  ...(carrier && { carrier: carrierSchema.parse(carrier) }),
});
const register = (url: string, carrier: object, key?: string) =>
  world.display('gate', 'RegisterDisplay', { ...particulars(url, carrier), audience: 'public' }, key);
const release = (id = 'item-1', title = '第一版') =>
  world.write('ITEM', id, proposed({ title }), approved('public'), released('public'));
const titles = () => cms.screens.map(({ title }) => title);
const state = async () =>
  (await world.aggregates.load(SCHOOL.stream('DISPLAY', 'gate'), displayHistory)).state;
const record = () => JSON.stringify([...world.log.streams.values()]);
const attempts = () => world.recorded('DELIVERY').map(({ type }) => type);

describe('a Xibo CMS', () => {
  test('shows what is released, then what it was changed to, and nothing of it once it is withdrawn', async () => {
    await register(cms.url, cms.carrier);
    release('item-1');
    release('item-2', '另一项');
    await world.settle();
    expect(titles()).toEqual(['第一版', '另一项']);
    world.write('ITEM', 'item-1', revised({ title: '第二版' }), approved('public'), released('public', 2));
    await world.settle();
    expect(titles()).toEqual(['第二版', '另一项']);
    world.write('ITEM', 'item-1', withdrawn(2));
    await world.settle();
    expect(titles()).toEqual(['另一项']);
    expect(new Set(attempts())).toEqual(new Set(['DeliveryPlanned', 'DeliverySucceeded']));
  });

  test('that fails half way is tried again, and both ends agree afterwards', async () => {
    await register(cms.url, cms.carrier);
    cms.fail('collectNow', 500);
    release();
    await world.settle();
    expect(titles()).toEqual([]);
    await world.pass(HOUR);
    await world.settle();
    expect(titles()).toEqual(['第一版']);
    expect(cms.rows).toHaveLength(1);
    expect(attempts()).toEqual([
      'DeliveryPlanned',
      'DeliveryFailed',
      'DeliveryRetryDue',
      'DeliverySucceeded',
    ]);
  });

  test('whose columns are mapped anew learns everything on show again', async () => {
    await register(cms.url, cms.carrier);
    release();
    await world.settle();
    const columns = { id: 'itemId', summary: 'title' };
    await world.display('gate', 'ChangeDisplay', particulars(cms.url, { ...cms.carrier, columns }));
    await world.settle();
    expect(titles()).toEqual(['经研究，拟推荐张三为先进教师人选，现予公示。 公示期内可提出意见。']);
  });

  test('is tested without anything on its screens', async () => {
    await register(cms.url, cms.carrier);
    await world.display('gate', 'TestDisplay', {});
    await world.settle();
    expect((await state())?.test).toMatchObject({ number: 1, answer: { status: 204 } });
    expect(cms.rows).toEqual([]);
  });
});

describe('a CMS that is to get everything again', () => {
  test('loses rows of items that are no longer on show, and no row of anybody else', async () => {
    await register(cms.url, cms.carrier);
    release('item-1');
    release('item-2', '另一项');
    await world.settle();
    world.write('ITEM', 'item-2', withdrawn(1));
    await world.settle();
    // Somebody restored an old backup; another school writes into the same table.
    cms.rows = [];
    cms.add({ itemId: 'item-2', title: '另一项' });
    cms.add({ itemId: 'of-another-school', title: '别校' });
    await world.display('gate', 'ResyncDisplay', {});
    await world.settle();
    expect(titles().toSorted()).toEqual(['别校', '第一版'].toSorted());
    expect(cms.rows).toEqual(cms.screens);
  });

  test('is not looked through when one notice is to go out again', async () => {
    await register(cms.url, cms.carrier);
    release('item-1');
    await world.settle();
    const calls = cms.calls.length;
    await world.display('gate', 'ResendNotice', { item: 'item-1' });
    await world.settle();
    expect(cms.calls.slice(calls).filter((call) => call.includes('/dataset/data/'))).toEqual([]);
  });
});

describe('a secret', () => {
  test('stands nowhere in the record, in no answer and on no card', async () => {
    const outcome = await register(cms.url, cms.carrier);
    release();
    await world.settle();
    const display = await state();
    if (!display) throw new Error('not registered');
    const told = JSON.stringify([outcome.state, outcome.events, cardOfDisplay(display)]);
    for (const text of [record(), told]) expect(text).not.toContain(SECRET);
    expect(JSON.stringify(cardOfDisplay(display))).not.toContain('sealed1.');
    expect(outcome.secret).toBeUndefined();
    expect(titles()).toEqual(['第一版']);
  });

  test('of a request that comes again is sealed as it was, so that it is known to be the same', async () => {
    const [first, again] = [
      await register(cms.url, cms.carrier, 'key-x'),
      await register(cms.url, cms.carrier, 'key-x'),
    ];
    expect(again).toMatchObject({ repeated: true, version: first.version });
  });

  test('is kept by a change that does not name it, and replaced by one that does', async () => {
    await register(cms.url, cms.carrier);
    const { secrets: _secrets, ...silent } = cms.carrier;
    await world.display('gate', 'ChangeDisplay', { ...particulars(cms.url, silent), name: '北门大屏' });
    release();
    await world.settle();
    expect(titles()).toEqual(['第一版']);
    await world.display(
      'gate',
      'ChangeDisplay',
      particulars(cms.url, { ...cms.carrier, secrets: { key: 'new' } }),
    );
    release('item-2');
    await world.settle();
    expect(world.recorded('DELIVERY').at(-1)).toMatchObject({
      type: 'DeliveryFailed',
      data: { answer: { status: 401, excerpt: expect.stringContaining('invalid_client') } },
    });
  });

  test('does not follow a display to another host', async () => {
    await register(cms.url, cms.carrier);
    const { secrets: _secrets, ...silent } = cms.carrier;
    const elsewhere = cms.url.replace('127.0.0.1', 'localhost');
    await expect(
      world.display('gate', 'ChangeDisplay', particulars(elsewhere, silent)),
    ).rejects.toMatchObject({ code: 'carrier-secret-missing' });
  });

  test('does not follow a display to another place for tokens either', async () => {
    const url = 'https://signage.example.cn/notices';
    const carrier = (tokenUrl: string, secrets: object) => ({
      kind: 'http-template',
      preset: 'novisign',
      authentication: { scheme: 'client-credentials', tokenUrl, clientId: 'c' },
      secrets,
    });
    await register(url, carrier('https://login.example.cn/token', { key: 'pw' }));
    const change = carrier('https://thief.example.cn/token', {});
    await expect(world.display('gate', 'ChangeDisplay', particulars(url, change))).rejects.toMatchObject({
      code: 'carrier-secret-missing',
    });
  });
});

describe('a 班牌 by template', () => {
  test('that answers 200 with a code of failure is tried again, and the log says why', async () => {
    const api = await FakeApi.start();
    api.answer({ body: '{"code":500,"msg":"设备离线"}' });
    await register(api.url, { kind: 'http-template', preset: 'banpai-carousel' });
    release();
    await world.settle();
    expect(world.recorded('DELIVERY').at(-1)).toMatchObject({
      type: 'DeliveryFailed',
      data: { answer: { status: 200, refused: true, excerpt: 'code 500: 设备离线' } },
    });
    await world.pass(HOUR);
    world.write('ITEM', 'item-1', withdrawn(1));
    await world.settle();
    await world.pass(HOUR);
    await world.settle();
    await api.stop();
    expect(attempts().at(-1)).toBe('DeliverySucceeded');
    expect(JSON.parse(api.last.body)).toEqual({
      cmd: '3',
      data: { ID: 'item-1', State: '0', SchoolId: 'dongfang' },
    });
    expect(api.last.body).not.toContain(content().title);
  });
});

test('an event of the item that changes nothing for the display does not make its message another one', async () => {
  const api = await FakeApi.start();
  const show = { body: '{"revision":"{{revision}}"}' };
  await register(api.url, { kind: 'http-template', show, withdraw: { method: 'DELETE' } });
  await world.settle();
  release();
  for (const event of world.relay()) await world.take(event);
  world.write('ITEM', 'item-1', { type: 'ProgressRecorded', data: { text: '过半', percent: 50 } });
  await world.settle();
  await api.stop();
  expect(api.calls.map(({ body }) => JSON.parse(body))).toEqual([{ revision: '1' }]);
});

describe('the robot of a group', () => {
  test('is registered by the address that its platform shows, and the key in it is sealed', async () => {
    const platform = await RobotPlatform.start('wecom');
    const { base, key } = platform.address;
    await register(`${base}?key=${key}`, { kind: 'http-template', preset: 'wecom' });
    release();
    await world.settle();
    expect(platform.messages).toHaveLength(1);
    expect(record()).not.toContain(key);
    expect(await state()).toMatchObject({ url: base });
    await world.display('gate', 'ChangeDisplay', {
      ...particulars(base, { kind: 'http-template', preset: 'wecom' }),
      name: '家长群',
    });
    release('item-2', '第二项');
    await world.settle();
    await platform.stop();
    expect(platform.messages).toHaveLength(2);
  });

  test.each(['https://qyapi.weixin.qq.com/cgi-bin/webhook/send', 'https://example.cn/?key=a'])(
    'is not registered by %s',
    async (url) => {
      await expect(register(url, { kind: 'http-template', preset: 'wecom' })).rejects.toMatchObject({
        code: 'carrier-address-wrong',
      });
    },
  );
});

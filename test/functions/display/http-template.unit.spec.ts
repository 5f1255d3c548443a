import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carrierSchema } from '../../../domain/display/carrier/schema.ts';
import { type Conveyance, carriersOver } from '../../../functions/adapters/carriers/convey.ts';
import { values } from '../../domain/display/carrier/values.ts';
import { RobotPlatform } from '../../support/robot-platform.ts';
import { type ApiAnswer, FakeApi } from './fakes/api.ts';

let api: FakeApi;
beforeEach(async () => {
  api = await FakeApi.start();
});
afterEach(() => api.stop());

const TEMPLATE = {
  show: { body: '{"id":"{{id}}","title":"{{title}}"}' },
  withdraw: { method: 'DELETE', path: '/{{id}}' },
};
const make = (timeoutMs = 5_000) => carriersOver({ opensLoopback: true, timeoutMs, clock: Date.now }).convey;
const send = (carrier: object, change: Partial<Omit<Conveyance, 'carrier'>> = {}, convey = make()) =>
  convey({
    url: api.url,
    carrier: carrierSchema.parse({ kind: 'http-template', ...carrier }),
    headers: {},
    values: values({ id: 'item-1', title: '标题"' }),
    keys: {},
    allowedAddresses: ['127.0.0.1'],
    ...change,
  });
const gone = values({ id: 'item-1', status: 'withdrawn', statusName: '已撤下' });

describe('a template', () => {
  test('puts an item up and takes it down', async () => {
    expect(await send(TEMPLATE, { headers: { appid: 'school' } })).toMatchObject({ status: 200 });
    expect(api.last).toMatchObject({
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        appid: 'school',
        'user-agent': 'gongkai',
      },
      body: '{"id":"item-1","title":"标题\\""}',
    });
    expect(await send(TEMPLATE, { values: gone })).toMatchObject({ status: 200 });
    expect(api.last).toMatchObject({ method: 'DELETE', body: '' });
    expect(api.last.url.pathname).toBe('/api/notices/item-1');
  });

  test.each([
    ['form', 't={{title}}', 'application/x-www-form-urlencoded', 't=%E6%A0%87%E9%A2%98%22'],
    ['text', 'SHOW {{title}}', 'text/plain; charset=utf-8', 'SHOW 标题"'],
    ['xml', '<t>{{title}}</t>', 'application/xml; charset=utf-8', '<t>标题&#34;</t>'],
  ])('may be of type %s', async (contentType, body, header, sent) => {
    await send({ ...TEMPLATE, contentType, show: { method: 'PUT', body } });
    expect(api.last).toMatchObject({ method: 'PUT', headers: { 'content-type': header }, body: sent });
  });

  test('signs the bytes that it sends', async () => {
    const signing = { scheme: 'hmac-header', name: 'x-sign', encoding: 'base64' };
    await send({ ...TEMPLATE, signing }, { keys: { signing: 'geheim' } });
    const { body, headers } = api.last;
    expect(headers['x-sign']).toBe(createHmac('sha256', 'geheim').update(body).digest('base64'));
  });

  test('of info-beamer is a form behind an API key', async () => {
    await send({ preset: 'info-beamer' }, { keys: { key: 'api-key' } });
    expect(api.last.headers.authorization).toBe(`Basic ${btoa(':api-key')}`);
    expect(new URLSearchParams(api.last.body).get('data')).toBe('show item-1 标题"：summary');
  });

  test('of NoviSign is JSON of one level behind a token', async () => {
    await send({ preset: 'novisign' }, { keys: { key: 'token' } });
    expect(api.last.headers.authorization).toBe('Bearer token');
    const body = JSON.parse(api.last.body) as object;
    expect(Object.values(body).every((each) => typeof each === 'string')).toBe(true);
  });
});

describe('an answer', () => {
  const rule = { success: { path: 'errcode', equals: ['0'], message: 'errmsg' } };
  const answered = (answer: ApiAnswer, carrier: object = rule, timeoutMs?: number) => {
    api.answer(answer);
    return send({ ...TEMPLATE, ...carrier }, {}, make(timeoutMs));
  };

  test('of 200 with a code of failure is a failure, with what it says', async () => {
    expect(await answered({ body: '{"errcode":40035,"errmsg":"缺少\\n参数 Detail"}' })).toEqual({
      status: 200,
      refused: true,
      excerpt: 'errcode 40035: 缺少 参数 Detail',
    });
    expect(await answered({ body: '<html>login</html>' })).toMatchObject({ status: 200, refused: true });
    expect(await answered({ body: '{"errcode":0}' })).toEqual({ status: 200, excerpt: '{"errcode":0}' });
  });

  test('of another status is a failure whatever its code', async () => {
    expect(await answered({ status: 500, body: '{"errcode":0}' })).toMatchObject({ status: 500 });
    const headers = { location: 'http://169.254.169.254/' };
    expect(await answered({ status: 302, headers, body: '' })).toEqual({ status: 302 });
  });

  test('may say when to come again, by header or by code', async () => {
    const busy = { status: 429, headers: { 'retry-after': '30' }, body: '' };
    expect(await answered(busy)).toEqual({ status: 429, retryAfter: 30 });
    const answer = { body: '{"errcode":130101,"errmsg":"send too fast"}' };
    const robot = await answered(answer, { preset: 'dingtalk', show: undefined, withdraw: undefined });
    expect(robot).toMatchObject({ status: 200, refused: true, retryAfter: 600 });
  });

  test('that never comes is waited for no longer than the limit', async () => {
    expect(await answered('hang', rule, 200)).toEqual({ failure: 'timeout' });
  });

  test('that says our secrets back is kept without them', async () => {
    api.answer({ status: 403, body: 'bad key s3cret-key for sign s1gn-key' });
    const keys = { key: 's3cret-key', signing: 's1gn-key' };
    const carrier = { ...TEMPLATE, authentication: { scheme: 'bearer' } };
    expect(await send(carrier, { keys })).toEqual({ status: 403, excerpt: 'bad key *** for sign ***' });
  });
});

describe('a token that has to be bought', () => {
  const carrierOf = (tokenUrl: string) => ({
    ...TEMPLATE,
    authentication: { scheme: 'client-credentials', tokenUrl, clientId: 'school' },
  });

  test('is used for more than one message, and bought again once it is refused', async () => {
    const tokens = await FakeApi.start();
    const given = (token: string) => ({ body: JSON.stringify({ access_token: token, expires_in: 3_600 }) });
    tokens.answer(given('one'), given('two'));
    api.answer({}, {}, { status: 401 });
    const convey = make();
    const carrier = carrierOf(tokens.url);
    for (let message = 0; message < 3; message += 1) await send(carrier, { keys: { key: 'pw' } }, convey);
    await tokens.stop();
    expect(api.calls.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer one',
      'Bearer one',
      'Bearer one',
      'Bearer two',
    ]);
    expect(Object.fromEntries(new URLSearchParams(tokens.calls[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'school',
      client_secret: 'pw',
    });
  });

  test.each(['{}', 'not JSON', '{"access_token":""}'])(
    'and is not in the answer is a failure: %s',
    async (body) => {
      const tokens = await FakeApi.start();
      tokens.answer({ body });
      const answer = await send(carrierOf(tokens.url), { keys: { key: 'pw' } });
      await tokens.stop();
      expect(answer).toMatchObject({ refused: true });
      expect(api.calls).toEqual([]);
    },
  );
});

describe.each(['wecom', 'dingtalk', 'feishu'] as const)('the robot of %s', (preset) => {
  test('takes a notice as it takes an alert, with its key and its signature', async () => {
    const platform = await RobotPlatform.start(preset, 1);
    const { address } = platform;
    const message = {
      url: address.base,
      keys: { key: address.key, ...('secret' in address && { signing: address.secret }) },
      values: values({ title: '关于*先进*教师的公示', summary: '[点我](https://evil.example)' }),
    };
    const [first, second] = [await send({ preset }, message), await send({ preset }, message)];
    await platform.stop();
    expect(first).toMatchObject({ status: 200 });
    expect(first).not.toHaveProperty('refused');
    expect(platform.messages).toHaveLength(1);
    expect(platform.messages[0]?.title).toContain('关于＊先进＊教师的公示');
    expect(platform.messages[0]?.text).toContain('[查看全文](https://gongkai.example.cn/');
    expect(platform.messages[0]?.text).not.toContain('[点我]');
    expect(second).toMatchObject({ refused: true, retryAfter: preset === 'dingtalk' ? 600 : 60 });
  });
});

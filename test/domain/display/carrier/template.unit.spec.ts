import { describe, expect, test } from 'vitest';
import { judge } from '../../../../domain/display/carrier/answer-rule.ts';
import { CONTENT_TYPES } from '../../../../domain/display/carrier/content-types.ts';
import { fieldsOf } from '../../../../domain/display/carrier/fields.ts';
import { completed, PRESETS } from '../../../../domain/display/carrier/presets.ts';
import { templateRequest } from '../../../../domain/display/carrier/request.ts';
import { carrierSchema, type TemplateCarrier } from '../../../../domain/display/carrier/schema.ts';
import { noticeBody } from '../../../../domain/display/notice.ts';
import { approved, itemOf, proposed, released, sourceOf, withdrawn } from '../items.ts';
import { values } from './values.ts';

const NOW = 1_795_000_000_000;
const template = (change: object): TemplateCarrier =>
  carrierSchema.parse({ kind: 'http-template', ...change }) as TemplateCarrier;
const request = (change: object, of = values(), keys: object = {}) => {
  const complete = completed(template(change));
  if (!complete) throw new Error('nothing to send');
  return templateRequest('https://api.example.cn/v1/', complete, of, keys, NOW);
};

describe('the fields of an item', () => {
  const context = {
    page: (item: string) => `https://gongkai.example.cn/o/dongfang/items/${item}`,
    display: { name: '校门口大屏', place: '校门口' },
  };
  const planned = { type: 'notice.released', revision: 3, content: '' } as const;
  const options = { planned, receiver: 'r', url: 'https://gongkai.example.cn/o/dongfang/items/item-1' };
  const objection = {
    periodDays: 7,
    contact: '李老师',
    phone: '010-88880001',
    supervisionPhone: '010-88880002',
    howToObject: '来电来信',
  };

  test('are texts in the forms that signage systems read', () => {
    const item = itemOf(proposed({ objection }), approved('public'), released('public'));
    const body = noticeBody(sourceOf(item), { audience: 'public' }, options);
    expect(fieldsOf(body, context)).toMatchObject({
      id: 'item-1',
      status: 'on-show',
      statusName: '公开中',
      revision: '3',
      version: '1',
      summary: '经研究，拟推荐张三为先进教师人选，现予公示。 公示期内可提出意见。',
      bodyText: '经研究，拟推荐张三为先进教师人选，现予公示。\n\n公示期内可提出意见。',
      category: '组织建设',
      schoolId: 'dongfang',
      schoolName: '东方小学党支部',
      publishedAt: '2026-09-01 10:00:00',
      publishedAtIso: '2026-09-01T02:00:00.000Z',
      expiresAt: '2026-09-08 23:59:59',
      contact: '李老师',
      supervisionPhone: '010-88880002',
      place: '校门口',
      url: options.url,
    });
  });

  test('have a date for what is never taken down, since systems refuse an empty one', () => {
    const item = itemOf(proposed(), approved('public'), released('public'));
    const body = noticeBody(sourceOf(item), { audience: 'public' }, options);
    expect(fieldsOf(body, context).expiresAt).toBe('2099-12-31 23:59:59');
  });

  test('say nothing of what was taken down', () => {
    const item = itemOf(proposed(), approved('public'), released('public'), withdrawn(1));
    const body = noticeBody(sourceOf(item), { audience: 'public' }, options);
    const fields = fieldsOf(body, context);
    expect(fields).toMatchObject({ id: 'item-1', status: 'withdrawn', title: '', bodyText: '', contact: '' });
    expect(JSON.stringify(fields)).not.toContain('张三');
  });
});

describe('a request', () => {
  const bodies = { show: { body: '{"t":"{{ title }}"}' }, withdraw: { method: 'DELETE', path: '/{{id}}' } };

  test('shows by one template and takes down by the other', () => {
    expect(request(bodies)).toEqual({
      method: 'POST',
      url: 'https://api.example.cn/v1/',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: '{"t":"title"}',
    });
    expect(request(bodies, values({ status: 'expired', id: 'item-1' }))).toEqual({
      method: 'DELETE',
      url: 'https://api.example.cn/v1/item-1',
      headers: {},
      body: '',
    });
  });

  test.each([
    [{ scheme: 'basic' }, { authorization: `Basic ${btoa(':k')}` }],
    [{ scheme: 'basic', user: 'u' }, { authorization: `Basic ${btoa('u:k')}` }],
    [{ scheme: 'bearer' }, { authorization: 'Bearer k' }],
    [{ scheme: 'header', name: 'Secret_Key' }, { secret_key: 'k' }],
  ])('proves itself by %j', (authentication, headers) => {
    expect(request({ ...bodies, authentication }, values(), { key: 'k' }).headers).toMatchObject(headers);
  });

  test('may bear its key in the address', () => {
    const at = (authentication: object) =>
      request({ ...bodies, authentication }, values(), { key: 'a&b' }).url;
    expect(at({ scheme: 'query', name: 'key' })).toBe('https://api.example.cn/v1/?key=a%26b');
    expect(at({ scheme: 'path' })).toBe('https://api.example.cn/v1/a%26b');
  });

  // printf '%s' '{"t":"title"}' | openssl dgst -sha256 -hmac secret
  test('signs its body', () => {
    const signing = { scheme: 'hmac-header', name: 'X-Signature' };
    const { headers } = request({ ...bodies, signing }, values(), { signing: 'secret' });
    expect(headers).toMatchObject({
      'x-signature': 'f7bb0f983f7ad751065894637f014e899550983c7fe5d2ff1106ff3bc10618a2',
    });
  });
});

describe('presets', () => {
  test('of 班牌 send the command that was chosen, and take down by it too', () => {
    const cmd = (preset: string) => JSON.parse(request({ preset }, values({ id: 'item-1' })).body);
    expect(cmd('banpai-urgent')).toMatchObject({
      cmd: '0',
      data: { ID: 'item-1', Title: 'title', State: '1' },
    });
    expect(cmd('banpai-carousel').cmd).toBe('3');
    expect(cmd('banpai-notices').cmd).toBe('4');
    const gone = request({ preset: 'banpai-notices' }, values({ status: 'withdrawn' }));
    expect(JSON.parse(gone.body)).toMatchObject({ cmd: '4', data: { State: '0' } });
  });

  test('may be changed in part', () => {
    const changed = request({ preset: 'banpai-urgent', show: { body: '{"x":"{{id}}"}' } });
    expect(changed.body).toBe('{"x":"id"}');
  });

  test('of robots know how many messages a minute they take', () => {
    expect([PRESETS.wecom.perMinute, PRESETS.dingtalk.perMinute, PRESETS.feishu.perMinute]).toEqual([
      20, 20, 100,
    ]);
  });
});

describe('an answer by a rule', () => {
  const rule = { path: 'result.code', equals: ['0', 'ok'], message: 'result.msg', busy: { '45009': 60 } };

  test.each(['{"result":{"code":0}}', '{"result":{"code":"0"}}', '{"result":{"code":"ok"}}'])(
    '%s is success',
    (body) => {
      expect(judge(body, rule)).toEqual({ accepted: true });
    },
  );

  test.each([
    ['{"result":{"code":40001,"msg":"签名错误"}}', 'result.code 40001: 签名错误'],
    ['{"result":{"code":false}}', 'result.code false'],
    ['{"code":0}', 'no result.code in the answer'],
    ['{"result":{"code":{"toString":"0"}}}', 'no result.code in the answer'],
    ['<html>Bad Gateway</html>', 'no result.code in the answer'],
    ['', 'no result.code in the answer'],
    ['null', 'no result.code in the answer'],
  ])('%s is none', (body, reason) => {
    expect(judge(body, rule)).toEqual({ accepted: false, reason });
  });

  test('may ask for a pause', () => {
    expect(judge('{"result":{"code":45009}}', rule)).toMatchObject({ accepted: false, retryAfter: 60 });
  });

  test('is not found in what every object has', () => {
    expect(judge('{}', { path: 'constructor.name', equals: ['Object'] })).toMatchObject({ accepted: false });
  });
});

describe('plain text', () => {
  test('keeps each value on its line', () => {
    const text = CONTENT_TYPES.text.write('A {{title}}\nB', values({ title: ' x\ny ' }));
    expect(text).toBe('A x y\nB');
  });
});

import { describe, expect, test } from 'vitest';
import { ROBOT_KINDS, type RobotKind, splitRobotUrl } from '../../../domain/alert/platforms.ts';
import {
  ROBOT_FAILURES,
  type RobotAddress,
  type RobotMessage,
  readRobotReply,
  robotReadyAt,
  robotRequest,
} from '../../../domain/alert/robot.ts';
import { dingtalkSignature, feishuSignature } from '../../../domain/display/carrier/signing.ts';

const NOW = 1_795_000_000_000;
const KEY = '693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa';
const ROBOTS: Readonly<Record<RobotKind, RobotAddress>> = {
  wecom: { kind: 'wecom', base: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send', key: KEY },
  dingtalk: {
    kind: 'dingtalk',
    base: 'https://oapi.dingtalk.com/robot/send',
    key: KEY,
    secret: 'SECd1e2f3a4b5c6',
  },
  feishu: {
    kind: 'feishu',
    base: 'https://open.feishu.cn/open-apis/bot/v2/hook',
    key: KEY,
    secret: 'FsT0pSecret',
  },
};
const MESSAGE: RobotMessage = {
  title: '公开事项逾期提醒',
  lines: [
    {
      text: '东方小学 经费收支 已逾期 2 个工作日',
      url: 'https://gongkai.example.cn/o/dongfang?period=2026Q3',
    },
    { text: '共 1 项' },
  ],
};
const sent = (kind: RobotKind, message = MESSAGE) => {
  const { url, body } = robotRequest(ROBOTS[kind], message, NOW);
  return { url: new URL(url), href: url, body, json: JSON.parse(body) };
};
const textOf = (kind: RobotKind, message: RobotMessage): string => {
  const { json } = sent(kind, message);
  if (kind === 'wecom') return json.markdown.content;
  return kind === 'dingtalk' ? json.markdown.text : json.card.elements[0].text.content;
};

// Computed with `openssl dgst -sha256 -hmac` and again with Python's hmac.
describe('signatures are those that openssl gives', () => {
  test('钉钉 signs time and secret with the secret', () => {
    expect(dingtalkSignature('SECd1e2f3a4b5c6', NOW)).toBe('fO6x0P6JL+otrPpCUZwP6zbBh/tvsYBMF4HneDXakzw=');
  });

  test('飞书 signs nothing with time and secret', () => {
    expect(feishuSignature('FsT0pSecret', NOW / 1000)).toBe('WbkOb6EILSOtKjABiYe6IqMg3OCpjb0wf9ResWpUWXY=');
  });
});

describe('what is sent', () => {
  test('企业微信 gets its key in the address and Markdown in the body', () => {
    const { href, json } = sent('wecom');
    expect(href).toBe(`https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`);
    expect(json).toEqual({
      msgtype: 'markdown',
      markdown: {
        content:
          '**公开事项逾期提醒**\n' +
          '[东方小学 经费收支 已逾期 2 个工作日](https://gongkai.example.cn/o/dongfang?period=2026Q3)\n共 1 项',
      },
    });
  });

  test('钉钉 gets milliseconds and the encoded signature in the address', () => {
    const { href, json } = sent('dingtalk');
    expect(href).toBe(
      `https://oapi.dingtalk.com/robot/send?access_token=${KEY}&timestamp=1795000000000` +
        '&sign=fO6x0P6JL%2BotrPpCUZwP6zbBh%2FtvsYBMF4HneDXakzw%3D',
    );
    expect(json.markdown.title).toBe('公开事项逾期提醒');
    expect(json.markdown.text).toMatch(/^### 公开事项逾期提醒\n\n\[东方小学.*\)\n\n共 1 项$/);
  });

  test('飞书 gets seconds and the signature in the body, nothing of them in the address', () => {
    const { href, json } = sent('feishu');
    expect(href).toBe(`https://open.feishu.cn/open-apis/bot/v2/hook/${KEY}`);
    expect(json).toMatchObject({
      timestamp: '1795000000',
      sign: 'WbkOb6EILSOtKjABiYe6IqMg3OCpjb0wf9ResWpUWXY=',
      msg_type: 'interactive',
      card: { header: { title: { tag: 'plain_text', content: '公开事项逾期提醒' } } },
    });
  });

  test('asked twice, the address does not grow', () => {
    expect(sent('dingtalk').href).toBe(sent('dingtalk').href);
  });
});

describe.each(ROBOT_KINDS)('a message to %s', (kind) => {
  test('means what it says: no mention, link, picture, entity or heading comes out of a text', () => {
    const hostile =
      '<at id=all></at> <@all> [点我](https://evil.example) ![](x) **急** `x` &lt;at&gt; ~~x~~\n# 停课 @13800000000 a|b \\[c';
    const text = textOf(kind, {
      title: hostile,
      lines: [{ text: hostile }, { text: hostile, url: 'https://a.cn/' }],
    });
    const ours = text
      .replace(/^(### |\*\*)/, '')
      .replace('**\n', '\n')
      .replace(/^\[(.*)\]\(https:\/\/a\.cn\/\)$/m, '$1');
    expect(ours).toContain('［点我］');
    expect(ours).not.toMatch(/[<>[\]*_`#@&~|\\]/);
  });

  test('keeps a link in one piece', () => {
    const text = textOf(kind, { title: '提醒', lines: [{ text: '看', url: 'https://a.cn/x)[y](z?q=<b>' }] });
    expect(text).toContain('[看](https://a.cn/x%29%5by%5d%28z?q=%3Cb%3E)');
  });

  test.each([0, 1, 12, 40, 2_000])(
    'with %i lines stays within the limit and says what it leaves out',
    (count) => {
      const lines = Array.from({ length: count }, (_, index) => ({
        text: `第 ${index} 所学校：“经费收支情况”逾期未公开，请及时办理`,
        url: 'https://gongkai.example.cn/o/dongfang/duties?period=2026Q3',
      }));
      const text = textOf(kind, { title: '提醒', lines });
      const limit = { wecom: 4_096, dingtalk: 5_000, feishu: 20_000 }[kind];
      const body = sent(kind, { title: '提醒', lines }).body;
      expect(Buffer.byteLength(kind === 'feishu' ? body : text)).toBeLessThanOrEqual(limit);
      const shown = text.match(/\]\(/g)?.length ?? 0;
      const left = Number(/另有 (\d+) 项/.exec(text)?.[1] ?? 0);
      expect(shown + left).toBe(count);
      if (count >= 1) expect(shown).toBeGreaterThan(0);
      if (count === 2_000) expect(left).toBeGreaterThan(0);
    },
  );

  test('cuts a title and a line that have no end', () => {
    const { body } = sent(kind, { title: '长'.repeat(5_000), lines: [{ text: '长'.repeat(50_000) }] });
    expect(body.match(/长/g)?.length).toBeLessThanOrEqual(60 + 60 + 300);
  });
});

describe('what comes back', () => {
  const wecom = (body: string, status = 200) => readRobotReply('wecom', { status, body });
  test.each([
    ['wecom', '{"errcode":0,"errmsg":"ok"}'],
    ['dingtalk', '{"errcode":0,"errmsg":"ok"}'],
    ['feishu', '{"code":0,"msg":"success","data":{}}'],
    ['feishu', '{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}'],
  ] as const)('from %s is success: %s', (kind, body) => {
    expect(readRobotReply(kind, { status: 200, body })).toEqual({ result: 'sent' });
  });

  test.each([
    ['wecom', 45009, { result: 'retry', reason: 'rate-limited', afterSeconds: 60 }],
    ['wecom', 93000, { result: 'refused', reason: 'robot-unknown' }],
    ['wecom', 40058, { result: 'refused', reason: 'message-refused' }],
    ['wecom', 40008, { result: 'refused', reason: 'message-refused' }],
    ['wecom', -1, { result: 'retry', reason: 'answer-unknown' }],
    ['dingtalk', 130101, { result: 'retry', reason: 'rate-limited', afterSeconds: 600 }],
    ['dingtalk', 310000, { result: 'refused', reason: 'security-refused' }],
    ['dingtalk', 34016, { result: 'refused', reason: 'message-refused' }],
    ['dingtalk', 45009, { result: 'retry', reason: 'answer-unknown' }],
    ['feishu', 11232, { result: 'retry', reason: 'rate-limited', afterSeconds: 60 }],
    ['feishu', 99991400, { result: 'retry', reason: 'rate-limited', afterSeconds: 60 }],
    ['feishu', 19021, { result: 'refused', reason: 'security-refused' }],
    ['feishu', 19002, { result: 'refused', reason: 'message-refused' }],
    ['feishu', 9499, { result: 'retry', reason: 'answer-unknown' }],
  ] as const)('from %s with code %i is judged by the code, although HTTP says 200', (kind, code, outcome) => {
    const body = JSON.stringify({ [kind === 'feishu' ? 'code' : 'errcode']: code });
    expect(readRobotReply(kind, { status: 200, body })).toEqual({ ...outcome, code });
  });

  test.each([
    [200, '', 'retry', 'answer-unknown'],
    [200, '<html>', 'retry', 'answer-unknown'],
    [200, 'null', 'retry', 'answer-unknown'],
    [200, '{"errcode":"0"}', 'retry', 'answer-unknown'],
    [302, '', 'retry', 'answer-unknown'],
    [404, '', 'refused', 'robot-unknown'],
    [403, '{"errcode":7}', 'refused', 'robot-unknown'],
    [429, '', 'retry', 'rate-limited'],
    [500, '{"errcode":0}', 'retry', 'answer-unknown'],
    [502, 'Bad Gateway', 'retry', 'answer-unknown'],
  ] as const)('with status %i and %j is no success', (status, body, result, reason) => {
    expect(wecom(body, status)).toMatchObject({ result, reason });
  });

  test.each([
    ['timeout', 'retry'],
    ['unreachable', 'retry'],
    ['address-refused', 'refused'],
  ] as const)('nothing, since %s', (failure, result) => {
    expect(readRobotReply('feishu', { failure })).toEqual({ result, reason: failure });
  });

  test('every reason can be read by officials', () => {
    for (const text of Object.values(ROBOT_FAILURES)) expect(text).toMatch(/^[\p{Script=Han}、，]+$/u);
  });
});

describe('the address that a platform shows', () => {
  test.each(ROBOT_KINDS)('of %s is taken apart into what may be seen and what must not', (kind) => {
    const { base, key } = ROBOTS[kind];
    const pasted = ` ${robotRequest({ ...ROBOTS[kind] }, MESSAGE, NOW).url}\n`;
    expect(splitRobotUrl(kind, pasted)).toEqual({ base, key });
  });

  test.each([
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key='],
    ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a%2F..%2F..%2Fb'],
    ['wecom', `ftp://qyapi.weixin.qq.com/send?key=${KEY}`],
    ['wecom', `https://user:password@qyapi.weixin.qq.com/send?key=${KEY}`],
    ['dingtalk', `https://oapi.dingtalk.com/robot/send?key=${KEY}`],
    ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/'],
    ['feishu', 'https://open.feishu.cn'],
    ['feishu', KEY],
  ] as const)('of %s is none: %s', (kind, pasted) => {
    expect(splitRobotUrl(kind, pasted)).toBeUndefined();
  });
});

test.each([
  ['wecom', '2026-11-22T01:00:03.000Z', 20],
  ['dingtalk', '2026-11-22T01:00:03.000Z', 20],
  ['feishu', '2026-11-22T01:00:00.600Z', 100],
] as const)('%s is ready again at %s: at most %i messages a minute', (kind, ready, perMinute) => {
  const last = '2026-11-22T01:00:00.000Z';
  expect(robotReadyAt(kind, last)).toBe(ready);
  expect(60_000 / (Date.parse(ready) - Date.parse(last))).toBe(perMinute);
});

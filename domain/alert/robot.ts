import { createHmac } from 'node:crypto';
import type { TransportFailure } from '../display/delivery-commands.ts';
import { epochOf, type Instant, instantOf } from '../kernel/time.ts';

export const ROBOT_KINDS = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** Why a message did not arrive, as officials read it. */
export const ROBOT_FAILURES = {
  timeout: '平台超时未应答',
  unreachable: '无法连接平台',
  'address-refused': '机器人地址不在允许的网络内',
  'rate-limited': '发送过于频繁，平台暂不接收',
  'security-refused': '签名、关键词或来源地址不符合机器人的安全设置',
  'robot-unknown': '机器人地址无效或已停用',
  'message-refused': '平台不接受消息的内容或格式',
  'answer-unknown': '平台返回了不明的结果',
} as const satisfies Record<TransportFailure, string> & Record<string, string>;
export type RobotFailure = keyof typeof ROBOT_FAILURES;

/** `refused` stays refused until somebody mends the settings; `retry` may pass, but should be tried a few times only. */
export type RobotOutcome =
  | { readonly result: 'sent' }
  | {
      readonly result: 'retry' | 'refused';
      readonly reason: RobotFailure;
      /** The platform's own. */
      readonly code?: number;
      /** How long the platform will not listen. */
      readonly afterSeconds?: number;
    };

/** Plain text; nothing in it is taken for Markdown or for calling a person. */
export interface RobotMessage {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly url?: string }[];
}

/** A robot of one chat group. Its key and its secret are passwords: whoever has them writes to the group. */
export type RobotAddress = { readonly base: string; readonly key: string } & (
  | { readonly kind: 'wecom' }
  | { readonly kind: 'dingtalk' | 'feishu'; readonly secret: string }
);

export interface RobotRequest {
  readonly url: string;
  readonly body: string;
}

export type RobotReply =
  | { readonly status: number; readonly body: string }
  | { readonly failure: TransportFailure };

type Verdict = Exclude<RobotOutcome, { result: 'sent' }>;

interface Platform {
  /** Query parameter that bears the key; without one it is the last part of the path. */
  readonly keyParameter?: string;
  readonly codeField: 'errcode' | 'code';
  readonly minIntervalMs: number;
  /** Bytes of the Markdown text as a JSON string, a little below what the platform takes. */
  readonly maxTextBytes: number;
  readonly lineBreak: string;
  readonly codes: Readonly<Record<number, Verdict>>;
}

/** What the platforms write or have been seen to answer. A code that is not here is tried again. */
const PLATFORMS: Readonly<Record<RobotKind, Platform>> = {
  // developer.work.weixin.qq.com/document/path/91770: 20 messages a minute, 4096 bytes of Markdown.
  wecom: {
    keyParameter: 'key',
    codeField: 'errcode',
    minIntervalMs: 3_000,
    maxTextBytes: 4_000,
    lineBreak: '\n',
    codes: {
      40008: { result: 'refused', reason: 'message-refused' },
      40058: { result: 'refused', reason: 'message-refused' },
      45009: { result: 'retry', reason: 'rate-limited', afterSeconds: 60 },
      93000: { result: 'refused', reason: 'robot-unknown' },
    },
  },
  // open.dingtalk.com/document/orgapp/custom-robot-access: 20 messages a minute; beyond them silence for ten minutes.
  dingtalk: {
    keyParameter: 'access_token',
    codeField: 'errcode',
    minIntervalMs: 3_000,
    maxTextBytes: 5_000,
    lineBreak: '\n\n',
    codes: {
      34016: { result: 'refused', reason: 'message-refused' },
      130101: { result: 'retry', reason: 'rate-limited', afterSeconds: 600 },
      310000: { result: 'refused', reason: 'security-refused' },
    },
  },
  // open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: 100 a minute, 5 a second, 20 KB of request.
  feishu: {
    codeField: 'code',
    minIntervalMs: 600,
    maxTextBytes: 18_000,
    lineBreak: '\n',
    codes: {
      11232: { result: 'retry', reason: 'rate-limited', afterSeconds: 60 },
      19002: { result: 'refused', reason: 'message-refused' },
      19021: { result: 'refused', reason: 'security-refused' },
      99991400: { result: 'retry', reason: 'rate-limited', afterSeconds: 60 },
    },
  },
};

const KEY_PATTERN = /^[\w-]{8,128}$/;

/** Takes apart the address that a platform shows for copying, so that its key can be sealed; undefined if it is none. */
export function splitRobotUrl(
  kind: RobotKind,
  pasted: string,
): Pick<RobotAddress, 'base' | 'key'> | undefined {
  const { keyParameter } = PLATFORMS[kind];
  const url = URL.parse(pasted.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  const whole = url.origin + url.pathname;
  const key = keyParameter ? url.searchParams.get(keyParameter) : whole.slice(whole.lastIndexOf('/') + 1);
  if (!key || !KEY_PATTERN.test(key)) return undefined;
  return { base: keyParameter ? whole : whole.slice(0, -key.length - 1), key };
}

/** @param now milliseconds since 1970, of the machine's own clock: a signature is good for an hour at most */
export function robotRequest(robot: RobotAddress, message: RobotMessage, now: number): RobotRequest {
  const url = new URL(robot.base);
  const { keyParameter } = PLATFORMS[robot.kind];
  if (keyParameter) url.searchParams.set(keyParameter, robot.key);
  else url.pathname += `/${robot.key}`;
  const title = tame(message.title, 60);
  const post = (body: object): RobotRequest => ({ url: url.href, body: JSON.stringify(body) });
  switch (robot.kind) {
    case 'wecom':
      return post({ msgtype: 'markdown', markdown: { content: markdown(`**${title}**`, message, 'wecom') } });
    case 'dingtalk':
      url.searchParams.set('timestamp', String(now));
      url.searchParams.set('sign', dingtalkSignature(robot.secret, now));
      return post({
        msgtype: 'markdown',
        markdown: { title, text: markdown(`### ${title}`, message, 'dingtalk') },
      });
    case 'feishu': {
      const timestamp = Math.floor(now / 1000);
      const text = { tag: 'lark_md', content: markdown('', message, 'feishu') };
      return post({
        timestamp: String(timestamp),
        sign: feishuSignature(robot.secret, timestamp),
        msg_type: 'interactive',
        card: {
          header: { title: { tag: 'plain_text', content: title } },
          elements: [{ tag: 'div', text }],
        },
      });
    }
  }
}

/** Base64, before it is encoded for an address. @param timestamp milliseconds since 1970 */
export const dingtalkSignature = (secret: string, timestamp: number): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** What others sign is the key here, and nothing is signed. @param timestamp seconds since 1970 */
export const feishuSignature = (secret: string, timestamp: number): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');

/** The platforms answer 200 whatever happened; only the code in the body tells. */
export function readRobotReply(kind: RobotKind, reply: RobotReply): RobotOutcome {
  if ('failure' in reply) {
    const isRefused = reply.failure === 'address-refused';
    return { result: isRefused ? 'refused' : 'retry', reason: reply.failure };
  }
  const { codeField, codes } = PLATFORMS[kind];
  const code = codeOf(reply.body, codeField);
  if (code === 0 && reply.status === 200) return { result: 'sent' };
  return { ...(codes[code ?? 0] ?? verdictOn(reply.status)), ...(code !== undefined && { code }) };
}

/** Before this the robot's next message would be one too many. */
export const robotReadyAt = (kind: RobotKind, lastSent: Instant): Instant =>
  instantOf(epochOf(lastSent) + PLATFORMS[kind].minIntervalMs);

function verdictOn(status: number): Verdict {
  if (status === 429) return { result: 'retry', reason: 'rate-limited' };
  const isGone = [401, 403, 404, 410].includes(status);
  return isGone
    ? { result: 'refused', reason: 'robot-unknown' }
    : { result: 'retry', reason: 'answer-unknown' };
}

function codeOf(body: string, field: Platform['codeField']): number | undefined {
  try {
    const code: unknown = JSON.parse(body)?.[field];
    return typeof code === 'number' ? code : undefined;
  } catch {
    return undefined;
  }
}

/** As many lines as the platform takes, and how many were left out. */
function markdown(head: string, { lines }: RobotMessage, kind: RobotKind): string {
  const { lineBreak, maxTextBytes } = PLATFORMS[kind];
  let text = head;
  for (const [index, line] of lines.entries()) {
    const rest = (count: number) => (count > 0 ? `${lineBreak}……另有 ${count} 项，请登录系统查看` : '');
    const longer = text + (text && lineBreak) + lineOf(line);
    if (bytes(longer + rest(lines.length - index - 1)) > maxTextBytes)
      return text + rest(lines.length - index);
    text = longer;
  }
  return text;
}

const bytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));

function lineOf({ text, url }: RobotMessage['lines'][number]): string {
  const tamed = tame(text, 300);
  if (url === undefined) return tamed;
  // An address may hold brackets, and they would end the link.
  const link = new URL(url).href.replace(/[()[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[${tamed}](${link})`;
}

/**
 * The platforms read three dialects of Markdown, none with an escape that the others know. So the signs that mean
 * something in any of them become their full-width twins, which mean nothing and look the same in Chinese text.
 */
const tame = (text: string, longest: number): string =>
  [...text.replace(/\s+/g, ' ').trim()]
    .slice(0, longest)
    .join('')
    .replace(/[<>[\]*_`#@&~|\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

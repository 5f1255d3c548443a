import type { Authentication, Signing } from '../display/carrier/signing.ts';
import type { RobotVerdict } from './robot.ts';

export const ROBOT_KINDS = ['wecom', 'dingtalk', 'feishu'] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** How the robots of a chat platform are spoken to, by whatever has something to say there. */
export interface Platform {
  /** Where the key of the robot stands. */
  readonly authentication: Authentication & { readonly scheme: 'query' | 'path' };
  readonly signing?: Signing;
  /** Where the platform's code stands in its answer: 0 is success, and the status is 200 whatever happened. */
  readonly codeField: 'errcode' | 'code';
  readonly messageField: 'errmsg' | 'msg';
  readonly minIntervalMs: number;
  /** Bytes of the Markdown text as a JSON string, a little below what the platform takes. */
  readonly maxTextBytes: number;
  readonly lineBreak: string;
  readonly codes: Readonly<Record<number, RobotVerdict>>;
}

/** What the platforms write or have been seen to answer. A code that is not here is tried again. */
export const PLATFORMS: Readonly<Record<RobotKind, Platform>> = {
  // developer.work.weixin.qq.com/document/path/91770: 20 messages a minute, 4096 bytes of Markdown.
  wecom: {
    authentication: { scheme: 'query', name: 'key' },
    codeField: 'errcode',
    messageField: 'errmsg',
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
    authentication: { scheme: 'query', name: 'access_token' },
    signing: { scheme: 'dingtalk' },
    codeField: 'errcode',
    messageField: 'errmsg',
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
    authentication: { scheme: 'path' },
    signing: { scheme: 'feishu' },
    codeField: 'code',
    messageField: 'msg',
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
export function splitRobotUrl(kind: RobotKind, pasted: string): { base: string; key: string } | undefined {
  const { authentication } = PLATFORMS[kind];
  const url = URL.parse(pasted.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  const whole = url.origin + url.pathname;
  const isQuery = authentication.scheme === 'query';
  const key = isQuery ? url.searchParams.get(authentication.name) : whole.slice(whole.lastIndexOf('/') + 1);
  if (!key || !KEY_PATTERN.test(key)) return undefined;
  return { base: isQuery ? whole : whole.slice(0, -key.length - 1), key };
}

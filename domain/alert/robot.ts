import { isObject, parse } from '../display/carrier/answer-rule.ts';
import { type ApiRequest, signed, withKey } from '../display/carrier/signing.ts';
import type { TransportFailure } from '../display/delivery-commands.ts';
import { epochOf, type Instant, instantOf } from '../kernel/time.ts';
import { linkable, tame } from './chat-text.ts';
import { PLATFORMS, type RobotKind } from './platforms.ts';

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

export type RobotRequest = Pick<ApiRequest, 'url' | 'body'>;

export type RobotReply =
  | { readonly status: number; readonly body: string }
  | { readonly failure: TransportFailure };

export type RobotVerdict = Exclude<RobotOutcome, { result: 'sent' }>;

/** @param now milliseconds since 1970, of the machine's own clock: a signature is good for an hour at most */
export function robotRequest(robot: RobotAddress, message: RobotMessage, now: number): RobotRequest {
  const { authentication, signing } = PLATFORMS[robot.kind];
  const post = {
    method: 'POST',
    url: robot.base,
    headers: {},
    body: JSON.stringify(bodyOf(robot.kind, message)),
  };
  const request = withKey(post, authentication, robot.key);
  return signing && robot.kind !== 'wecom' ? signed(request, signing, robot.secret, now) : request;
}

function bodyOf(kind: RobotKind, message: RobotMessage): object {
  const title = tame(message.title, 60);
  switch (kind) {
    case 'wecom':
      return { msgtype: 'markdown', markdown: { content: markdown(`**${title}**`, message, 'wecom') } };
    case 'dingtalk':
      return {
        msgtype: 'markdown',
        markdown: { title, text: markdown(`### ${title}`, message, 'dingtalk') },
      };
    case 'feishu':
      return {
        msg_type: 'interactive',
        card: {
          header: { title: { tag: 'plain_text', content: title } },
          elements: [{ tag: 'div', text: { tag: 'lark_md', content: markdown('', message, 'feishu') } }],
        },
      };
  }
}

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

function verdictOn(status: number): RobotVerdict {
  if (status === 429) return { result: 'retry', reason: 'rate-limited' };
  const isGone = [401, 403, 404, 410].includes(status);
  return isGone
    ? { result: 'refused', reason: 'robot-unknown' }
    : { result: 'retry', reason: 'answer-unknown' };
}

function codeOf(body: string, field: string): number | undefined {
  const answer = parse(body);
  const code = isObject(answer) ? answer[field] : undefined;
  return typeof code === 'number' ? code : undefined;
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
  return url === undefined ? tamed : `[${tamed}](${linkable(url)})`;
}

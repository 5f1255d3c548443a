import { PLATFORMS, type RobotKind } from '../../alert/platforms.ts';
import type { AnswerRule } from './answer-rule.ts';
import type { ContentTypeName } from './content-types.ts';
import type { MessageTemplate, TemplateCarrier } from './schema.ts';
import type { Authentication, Signing } from './signing.ts';

/** A template that is complete: what is sent, how it proves itself, and how the answer reads. */
export interface CompleteTemplate {
  readonly contentType: ContentTypeName;
  readonly show: MessageTemplate;
  readonly withdraw?: MessageTemplate | undefined;
  readonly authentication?: Authentication | undefined;
  readonly signing?: Signing | undefined;
  readonly success?: AnswerRule | undefined;
  /** Chat platforms read Markdown of their own; then signs of it in values lose their meaning. */
  readonly isChat?: boolean;
}

interface Preset extends CompleteTemplate {
  readonly zh: string;
  /** Requests that the system takes in a minute, where it says. */
  readonly perMinute?: number;
  /** Speaks to an office system, not to a screen or a chat. */
  readonly isOffice?: boolean;
  /** The chat platform whose address bears the key. */
  readonly robot?: RobotKind;
}

const post = (body: unknown): MessageTemplate => ({ method: 'POST', body: JSON.stringify(body) });

/** 电子班牌 that take commands: what a `cmd` does differs, what goes with it does not. */
const banpai = (zh: string, cmd: string): Preset => {
  const data = (state: string) => ({
    cmd,
    data: {
      ID: '{{id}}',
      Title: '{{title}}',
      Detail: '{{bodyText}}',
      State: state,
      PublishDate: '{{publishedAt}}',
      EndTime: '{{expiresAt}}',
      SchoolId: '{{schoolId}}',
    },
  });
  const gone = { cmd, data: { ID: '{{id}}', State: '0', SchoolId: '{{schoolId}}' } };
  return {
    zh,
    contentType: 'json',
    show: post(data('1')),
    withdraw: post(gone),
    success: { path: 'code', equals: ['0', '200'], message: 'msg' },
  };
};

const WITHDRAWN = '{{schoolName}}有一项公开内容{{statusName}}，此前的消息请以网页为准。';

/** A robot of a chat group, spoken to as `domain/alert` speaks to it. */
const robot = (kind: RobotKind, zh: string, say: (title: string, text: string) => unknown): Preset => {
  const { authentication, signing, codeField, messageField, minIntervalMs, lineBreak, codes } =
    PLATFORMS[kind];
  const busy = Object.entries(codes).flatMap(([code, { afterSeconds }]) =>
    afterSeconds === undefined ? [] : [[code, afterSeconds] as const],
  );
  const lines = ['{{schoolName}}', '{{summary}}', '[查看全文]({{url}})'];
  return {
    zh,
    contentType: 'json',
    show: post(say('{{title}}', lines.join(lineBreak))),
    withdraw: post(say('公开内容撤下', [WITHDRAWN, '[查看网页]({{url}})'].join(lineBreak))),
    authentication,
    signing,
    success: { path: codeField, equals: ['0'], message: messageField, busy: Object.fromEntries(busy) },
    isChat: true,
    perMinute: Math.floor(60_000 / minIntervalMs),
    robot: kind,
  };
};

/**
 * 办公系统. No maker's own format: those differ with version and configuration, and go into a template of the school's. The
 * group that is to read it stands in every message, the withdrawal included.
 */
const OFFICE_FIELDS = {
  id: '{{id}}',
  status: '{{status}}',
  revision: '{{revision}}',
  group: '{{place}}',
} as const;
const OFFICE_TEXT = {
  ...OFFICE_FIELDS,
  title: '{{title}}',
  summary: '{{summary}}',
  content: '{{bodyText}}',
  category: '{{category}}',
  documentType: '{{documentType}}',
  organisation: '{{schoolName}}',
  url: '{{url}}',
  publishedAt: '{{publishedAt}}',
  expiresAt: '{{expiresAt}}',
} as const;
const formOf = (fields: Readonly<Record<string, string>>): MessageTemplate => ({
  method: 'POST',
  body: Object.entries(fields)
    .map(([name, value]) => `${name}=${value}`)
    .join('&'),
});

/**
 * What is known of systems that schools have. The commands of 班牌 after one maker's published notice format, the form
 * of info-beamer and the flat JSON of NoviSign after their API pages, the robots after their platforms' documentation.
 */
export const PRESETS = {
  'banpai-urgent': banpai('电子班牌：紧急插播', '0'),
  'banpai-carousel': banpai('电子班牌：轮播', '3'),
  'banpai-notices': banpai('电子班牌：全部通知', '4'),
  'info-beamer': {
    zh: 'info-beamer（表单，API 密钥）',
    contentType: 'form',
    // A message to a package on the device: the words of one parameter.
    show: { method: 'POST', body: 'data=show {{id}} {{title}}：{{summary}}' },
    withdraw: { method: 'POST', body: 'data=hide {{id}}' },
    authentication: { scheme: 'basic', user: '' },
    success: { path: 'ok', equals: ['true'], message: 'error' },
  },
  novisign: {
    zh: 'NoviSign（单层 JSON）',
    contentType: 'json',
    show: post({
      id: '{{id}}',
      status: '{{status}}',
      title: '{{title}}',
      text: '{{summary}}',
      url: '{{url}}',
      expires: '{{expiresAtIso}}',
    }),
    withdraw: post({ id: '{{id}}', status: '{{status}}' }),
    authentication: { scheme: 'bearer' },
  },
  'office-json': {
    zh: '办公系统：JSON，令牌认证',
    contentType: 'json',
    show: post(OFFICE_TEXT),
    withdraw: post(OFFICE_FIELDS),
    authentication: { scheme: 'bearer' },
    isOffice: true,
  },
  'office-form': {
    zh: '办公系统：表单，签名校验',
    contentType: 'form',
    show: formOf(OFFICE_TEXT),
    withdraw: formOf(OFFICE_FIELDS),
    signing: { scheme: 'hmac-header', name: 'X-Signature', encoding: 'hex' },
    isOffice: true,
  },
  wecom: robot('wecom', '企业微信群机器人', (title, text) => ({
    msgtype: 'markdown',
    markdown: { content: `**${title}**\n${text}` },
  })),
  dingtalk: robot('dingtalk', '钉钉群机器人（加签）', (title, text) => ({
    msgtype: 'markdown',
    markdown: { title, text: `### ${title}\n\n${text}` },
  })),
  feishu: robot('feishu', '飞书群机器人（签名校验）', (title, text) => ({
    msg_type: 'interactive',
    card: {
      header: { title: { tag: 'plain_text', content: title } },
      elements: [{ tag: 'div', text: { tag: 'lark_md', content: text } }],
    },
  })),
} as const satisfies Readonly<Record<string, Preset>>;
export type PresetName = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as [PresetName, ...PresetName[]];

export const presetOf = ({ preset }: TemplateCarrier): Preset | undefined => preset && PRESETS[preset];

/** The template with what its preset supplies; undefined when there is still nothing to show items with. */
export function completed(carrier: TemplateCarrier): CompleteTemplate | undefined {
  const preset = presetOf(carrier);
  const show = carrier.show ?? preset?.show;
  if (!show) return undefined;
  return {
    contentType: carrier.contentType ?? preset?.contentType ?? 'json',
    show,
    withdraw: carrier.withdraw ?? preset?.withdraw,
    authentication: carrier.authentication ?? preset?.authentication,
    signing: carrier.signing ?? preset?.signing,
    success: carrier.success ?? preset?.success,
    isChat: preset?.isChat ?? false,
  };
}

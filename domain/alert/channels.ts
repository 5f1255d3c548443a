import type { RobotKind } from './platforms.ts';
import { ROBOT_FAILURES } from './robot.ts';

/** Every digest of a person lies in their inbox; `inbox` alone means that it went nowhere else. */
export const CHANNELS = {
  inbox: '系统提醒',
  mail: '电子邮件',
  wecom: '企业微信群机器人',
  dingtalk: '钉钉群机器人',
  feishu: '飞书群机器人',
} as const satisfies Record<'inbox' | 'mail' | RobotKind, string>;
export type Channel = keyof typeof CHANNELS;

/** Why a digest did not arrive, as officials read it. */
export const SENDING_FAILURES = {
  ...ROBOT_FAILURES,
  'mail-refused': '邮件服务器拒收，请核对邮箱地址',
  'mail-failed': '邮件服务器未能接收',
  'key-unreadable': '机器人密钥无法读取，请重新登记',
  unanswered: '发送没有结果',
} as const;
export type SendingFailure = keyof typeof SENDING_FAILURES;

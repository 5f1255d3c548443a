import type { MailboxCommandType } from '../../domain/mailbox/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const MAILBOX = `${ORGANISATION}/mailbox`;

const on = posted<MailboxCommandType>(
  'mailbox',
  MAILBOX,
  async () => (await import('../../domain/mailbox/commands.ts')).mailboxCommands,
);

export const MAILBOX_OPERATIONS: readonly CommandOperation[] = [
  on(
    'openMailbox',
    'OpenMailbox',
    '',
    '启用意见邮箱（密钥只显示这一次）',
    'Open the mailbox for opinions; its secret is shown this once',
  ),
  on(
    'rotateMailboxSecret',
    'RotateMailboxSecret',
    '/secret',
    '更换意见邮箱密钥（旧密钥一天内仍有效）',
    'Rotate the secret of the mailbox; the one before is good for another day',
  ),
  on('closeMailbox', 'CloseMailbox', '/closing', '停用意见邮箱', 'Close the mailbox'),
  {
    id: 'receiveMail',
    method: 'POST',
    path: `${MAILBOX}/mails`,
    zh: '转入一封来信（按 Standard Webhooks 签名），登记为意见建议',
    en: 'Hand over a mail, signed after Standard Webhooks; it becomes an opinion',
    aggregate: 'mail',
    command: 'ReceiveMail',
    body: lazily(async () => (await import('../../domain/mailbox/mail.ts')).inboundMail),
    signed: true,
  },
];

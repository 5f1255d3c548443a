import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const MAILBOX_REFUSALS = {
  'mailbox-open': {
    kind: 'conflict',
    zh: '本组织的意见邮箱已经启用；如需更换地址，请先停用。',
    en: 'This organisation has a mailbox already; close it before opening another one.',
  },
  'mailbox-unknown': {
    kind: 'unknown',
    zh: '本组织没有启用意见邮箱。',
    en: 'This organisation has no open mailbox.',
  },
  'signature-wrong': {
    kind: 'not-signed-in',
    zh: '签名不正确或已过期，或本组织没有启用意见邮箱。',
    en: 'The signature is wrong or too old, or the organisation has no open mailbox.',
  },
  'mail-empty': {
    kind: 'rule',
    zh: '来信没有主题，也没有正文。',
    en: 'The mail has neither a subject nor a text.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(MAILBOX_REFUSALS);

import * as z from 'zod/mini';
import type { Command } from '../kernel/decider.ts';
import { LIMITS } from '../limits.ts';
import { cleanText } from '../text.ts';

export const mailboxCommands = {
  /** The address that people write to. Mail from it is our own. */
  OpenMailbox: z.strictObject({ address: z.email().check(z.maxLength(254)) }),
  RotateMailboxSecret: z.strictObject({}),
  CloseMailbox: z.strictObject({ reason: cleanText(LIMITS.reason) }),
} as const;

export type MailboxCommandType = keyof typeof mailboxCommands;

/** True for the organisation's office. */
interface Permit {
  readonly mayKeep: boolean;
}

export type MailboxCommand = {
  [Type in MailboxCommandType]: Command<Type, z.infer<(typeof mailboxCommands)[Type]>, Permit>;
}[MailboxCommandType];

import type { Decider, DomainEvent, EventContext } from '../kernel/decider.ts';
import { refuse as refuseKernel } from '../kernel/refusal.ts';
import { type Instant, plusDays } from '../kernel/time.ts';
import type { MailboxCommand } from './commands.ts';
import { refuse } from './refusals.ts';

/** There is one in an organisation, under this id. */
export const MAILBOX_ID = 'mailbox';

/** Days for which the secret before the last rotation is still good: time to change it where mail is taken in. */
const OVERLAP_DAYS = 1;

export interface Mailbox {
  readonly address: string;
  /** When it was opened, the last time. */
  readonly since: Instant;
  readonly keyVersion: number;
  readonly previousValidUntil?: Instant;
  readonly open: boolean;
}
export type MailboxState = Mailbox | undefined;

export type MailboxEvent =
  | DomainEvent<'MailboxOpened', { address: string; keyVersion: number }>
  | DomainEvent<'MailboxSecretRotated', { keyVersion: number }>
  | DomainEvent<'MailboxClosed', { reason: string }>;

/** 意见邮箱: where people write to an organisation by e-mail. Its secret is derived from the version of its key. */
export const mailboxDecider: Decider<MailboxCommand, MailboxEvent, MailboxState> = {
  initial: undefined,
  decide,
  evolve,
  nextDue: () => undefined,
};

/** Versions of the keys that mail may be signed with at that time, newest first. */
export function mailKeys({ open, keyVersion, previousValidUntil }: Mailbox, now: Instant): readonly number[] {
  if (!open) return [];
  const isOverlap = previousValidUntil !== undefined && now < previousValidUntil;
  return isOverlap ? [keyVersion, keyVersion - 1] : [keyVersion];
}

/** The office keeps it. @throws Refusal `not-permitted` */
export function requireMailboxKeeper({ mayKeep }: MailboxCommand['facts']): void {
  if (!mayKeep) refuseKernel('not-permitted', { allowed: '本级党务公开办公室' });
}

function decide({ type, data, facts }: MailboxCommand, state: MailboxState): readonly MailboxEvent[] {
  requireMailboxKeeper(facts);
  if (type === 'OpenMailbox') {
    if (state?.open) refuse('mailbox-open');
    // A secret that was given out for a closed mailbox is never good again.
    return [{ type: 'MailboxOpened', data: { ...data, keyVersion: (state?.keyVersion ?? 0) + 1 } }];
  }
  const { keyVersion } = state?.open ? state : refuse('mailbox-unknown');
  if (type === 'CloseMailbox') return [{ type: 'MailboxClosed', data }];
  return [{ type: 'MailboxSecretRotated', data: { keyVersion: keyVersion + 1 } }];
}

function evolve(state: MailboxState, event: MailboxEvent, { at }: EventContext): MailboxState {
  if (event.type === 'MailboxOpened') return { ...event.data, since: at, open: true };
  if (!state) return state;
  return event.type === 'MailboxClosed'
    ? { ...state, open: false }
    : { ...state, ...event.data, previousValidUntil: plusDays(at, OVERLAP_DAYS) };
}

import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Command, DomainEvent } from '../kernel/decider.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Addressee, Alert } from './alert.ts';
import type { Channel, SendingFailure } from './channels.ts';

interface Noted {
  readonly addressee: Addressee;
  readonly day: Day;
  readonly alert: Alert;
}

/** One attempt; the first is 1. */
interface Attempt {
  readonly attempt: number;
}

interface Tried extends Attempt {
  readonly channel: Channel;
}

interface Failure extends Tried {
  readonly reason: SendingFailure;
}

export type DigestEvent =
  | DomainEvent<'AlertNoted', Noted>
  /** It would have gone out in quiet hours or on a day off. */
  | DomainEvent<'DigestPostponed', { readonly until: Instant }>
  | DomainEvent<'DigestDue', Attempt>
  | DomainEvent<'DigestRetryDue', Attempt>
  /** One sender has taken the attempt on; no other will. */
  | DomainEvent<'DigestTried', Tried>
  | DomainEvent<'DigestSent', Tried>
  | DomainEvent<'DigestFailed', Failure & { readonly retryAt: Instant }>
  /** It stays in the inbox, and the office hears that it did not get out. */
  | DomainEvent<'DigestGivenUp', Failure>
  /** Its day has long passed: it stays in the inbox. */
  | DomainEvent<'DigestLapsed', Record<never, never>>
  | DomainEvent<'DigestRead', Record<never, never>>;

/** By whom people may be disturbed when. */
export interface SendingFacts {
  readonly calendar: WorkingCalendar;
}

export type Notify = Command<'Notify', Noted, undefined>;
export type TimePassed = Command<'TimePassed', Record<never, never>, SendingFacts>;
export type TryDigest = Command<'TryDigest', Tried, undefined>;
export type RecordSent = Command<'RecordSent', Tried, undefined>;
export type RecordFailure = Command<
  'RecordFailure',
  Failure & {
    /** It stays refused until somebody mends something. */
    readonly final: boolean;
    /** How long the platform will not listen. */
    readonly afterSeconds?: number;
  },
  SendingFacts
>;
export type ReadDigest = Command<'ReadDigest', Record<never, never>, undefined>;

export type DigestCommand = Notify | TimePassed | TryDigest | RecordSent | RecordFailure | ReadDigest;

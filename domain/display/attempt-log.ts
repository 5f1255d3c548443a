import { type Instant, plusDays } from '../kernel/time.ts';
import type { Answer } from './delivery-commands.ts';

/** How long single attempts are kept for people to look at; the record itself keeps them for ever. */
export const ATTEMPTS_KEPT_DAYS = 30;

/** Characters of an answer's body that are kept. */
export const EXCERPT_LENGTH = 256;

/** What a message was: a notice by its plan, one sent again on request, a test, or the question whose receiver it is. */
export const ATTEMPT_KINDS = ['notice', 'resend', 'test', 'challenge'] as const;
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/** One message that was sent and what came back. */
export interface LoggedAttempt {
  readonly kind: AttemptKind;
  /** Of all of its kind in the stream: the attempt at a revision, or how many times it was asked for. */
  readonly number: number;
  readonly at: Instant;
  readonly answer: Answer;
  readonly durationMs?: number | undefined;
}

/** The log with one more attempt, without those that are too old by then. */
export const logged = <Entry extends LoggedAttempt>(
  log: readonly Entry[],
  entry: Entry,
): readonly Entry[] => [...log.filter(({ at }) => at > keptSince(entry.at)), entry];

/** The oldest instant of which attempts are shown. */
export const keptSince = (now: Instant): Instant => plusDays(now, -ATTEMPTS_KEPT_DAYS);

/** From when on the views may forget it. */
export const keptUntil = (at: Instant): Instant => plusDays(at, ATTEMPTS_KEPT_DAYS);

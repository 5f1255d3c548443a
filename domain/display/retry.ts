import { createHash } from 'node:crypto';
import { epochOf, type Instant, instantOf } from '../kernel/time.ts';

const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Seconds to wait before each attempt (Standard Webhooks 1.0.0, "retry schedule"): ten attempts in about 75 hours. */
export const SCHEDULE: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
export const MAX_ATTEMPTS = SCHEDULE.length;

/** A receiver may ask us to come later than planned, but not to forget about it. */
const LONGEST_RETRY_AFTER = 24 * HOUR;

/** Retries of what failed together are spread over this share of the delay, so that they do not fall together again. */
const JITTER = 0.2;

/**
 * When `attempt` (1 for the first) is due, counted from the failure before it. The jitter comes from `seed`, so a
 * decision that is taken twice is the same twice.
 *
 * @param retryAfter seconds that the receiver asked for
 */
export function attemptAt(from: Instant, attempt: number, seed: string, retryAfter = 0): Instant {
  const planned = (SCHEDULE[attempt - 1] ?? 0) * (1 + JITTER * fraction(`${seed}#${attempt}`));
  const seconds = Math.max(planned, Math.min(retryAfter, LONGEST_RETRY_AFTER));
  return instantOf(epochOf(from) + Math.round(seconds * 1000));
}

/** A number from 0 up to 1 that looks random and is always the same for the seed. */
const fraction = (seed: string): number =>
  createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;

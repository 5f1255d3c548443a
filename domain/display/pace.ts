import { usualPerMinute } from './carrier/carrier.ts';
import type { Display } from './state.ts';

/** Messages a minute that a display is sent at most, unless it was registered with another figure. */
export const DEFAULT_PER_MINUTE = 120;
export const MOST_PER_MINUTE = 600;

/** Of a receiver that has not shown that it wants our messages. */
const UNVERIFIED_PER_MINUTE = 30;

/** Of one that nothing gets through to: enough to notice that it is back, too little to keep others waiting. */
const FAILING_PER_MINUTE = 10;

/** What a display takes at present. @param verified whether its receiver has shown that it wants our messages */
export function perMinuteOf({ perMinute, carrier, failing }: Display, verified: boolean): number {
  const wanted = perMinute ?? usualPerMinute(carrier) ?? DEFAULT_PER_MINUTE;
  const most = [
    wanted,
    ...(verified ? [] : [UNVERIFIED_PER_MINUTE]),
    ...(failing ? [FAILING_PER_MINUTE] : []),
  ];
  return Math.min(...most);
}

const MINUTE_MS = 60_000;

/** Milliseconds from one message to the next in the long run. */
export const intervalMs = (perMinute: number): number => Math.ceil(MINUTE_MS / perMinute);

/**
 * A bucket that holds a minute's worth and fills evenly. All that is kept of it is when it will be full again.
 *
 * @param fullAt in ms since 1970, before this message was counted
 * @returns when this message may go, in ms since 1970; never before `now`
 */
export const turnAt = (fullAt: number, now: number, perMinute: number): number =>
  Math.max(now, fullAt - (perMinute - 1) * intervalMs(perMinute));

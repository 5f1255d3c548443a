import { type Day, type Instant, instantOf } from '../../../../domain/kernel/time.ts';

/** One request that somebody sends to the API at a time of the history. */
export interface Act {
  readonly at: Instant;
  /** Says which one it is, once and for all: the Idempotency-Key is made from it. */
  readonly label: string;
  readonly organisation: string;
  readonly as: string;
  /** Under the organisation. */
  readonly path: string;
  readonly body: object;
}

/** @param time `HH:MM` in Shanghai */
export const at = (day: Day, time: string): Instant => instantOf(Date.parse(`${day}T${time}:00+08:00`));

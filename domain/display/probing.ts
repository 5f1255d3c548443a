import { epochOf, type Instant } from '../kernel/time.ts';
import type { DisplayCommandOf } from './commands.ts';
import type { Answer } from './delivery-commands.ts';
import type { DisplayEvent } from './events.ts';
import { refuse } from './refusals.ts';
import type { Display } from './state.ts';

/** A message that is about no item: a test, or the question to the receiver whether it wants our messages. */
export interface Probe {
  /** Counted up with each request. */
  readonly number: number;
  readonly requestedAt: Instant;
  readonly answeredAt?: Instant;
  readonly answer?: Answer;
  readonly durationMs?: number | undefined;
  /** Of a challenge: it came back. */
  readonly verified?: boolean;
}
export type ProbeKind = 'test' | 'challenge';

/** The receiver behind the present address has shown that it wants our messages. */
export const isVerified = ({ challenge }: Display): boolean => challenge?.verified === true;

/** It is asked whether it wants our messages; a display without an address, or with a carrier of its own, is not. */
export const takesChallenge = ({ url, carrier }: Pick<Display, 'url' | 'carrier'>): boolean =>
  url !== undefined && carrier === undefined;

/** A probe takes seconds; after so long its message was lost and another one may be asked for. */
const ANSWER_WITHIN_MS = 60_000;

/** @throws Refusal `address-missing`, `probe-under-way`, `challenge-not-taken` */
export function requestProbe(
  { type, now }: DisplayCommandOf<'TestDisplay' | 'VerifyDisplay'>,
  display: Display,
): readonly DisplayEvent[] {
  if (!display.url) refuse('address-missing');
  const last = type === 'TestDisplay' ? display.test : display.challenge;
  const isUnderWay =
    last !== undefined && !last.answeredAt && epochOf(now) - epochOf(last.requestedAt) < ANSWER_WITHIN_MS;
  if (isUnderWay) refuse('probe-under-way');
  if (type === 'TestDisplay') return [{ type: 'DisplayTestRequested', data: { number: next(last) } }];
  if (!takesChallenge(display)) refuse('challenge-not-taken');
  return [challengeAfter(last)];
}

export const challengeAfter = (last?: Probe): DisplayEvent => ({
  type: 'DisplayChallengeRequested',
  data: { number: next(last) },
});

const next = (last?: Probe): number => (last?.number ?? 0) + 1;

/** What came back; nothing when somebody has asked for another one meanwhile. It says nothing of how notices fare. */
export function recordProbe(
  { data }: Pick<DisplayCommandOf<'RecordProbe'>, 'data'>,
  display: Display,
): readonly DisplayEvent[] {
  const { probe, number, echoed = false, ...answered } = data;
  const last = display[probe];
  if (last?.number !== number || last.answeredAt) return [];
  if (probe === 'test') return [{ type: 'DisplayTestAnswered', data: { number, ...answered } }];
  return [{ type: 'DisplayChallengeAnswered', data: { number, ...answered, verified: echoed } }];
}

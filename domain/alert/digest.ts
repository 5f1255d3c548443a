import { attemptAt, MAX_ATTEMPTS } from '../display/retry.ts';
import type { Decider } from '../kernel/decider.ts';
import { addDays, dayOf } from '../kernel/time.ts';
import { newIn } from './alert.ts';
import type {
  DigestCommand,
  DigestEvent,
  Notify,
  ReadDigest,
  RecordFailure,
  RecordSent,
  TimePassed,
  TryDigest,
} from './digest-events.ts';
import { type Digest, type DigestState, digestHistory, digestId } from './digest-state.ts';
import { refuse } from './refusals.ts';
import { nextSendingTime } from './sending-hours.ts';

/** After an outage nobody gets a week of old digests: one that is later than this is only kept. */
const LAPSES_AFTER_DAYS = 3;

/**
 * What one addressee is told on one day. It collects alerts, each once, until its hour comes; then it is closed and
 * sent, once. What comes later belongs into the next one. Every attempt is set going by an event of its own, taken on
 * by one sender, and answered by it.
 */
export const digestDecider: Decider<DigestCommand, DigestEvent, DigestState> = {
  ...digestHistory,
  decide,
  nextDue: (state) => state?.wakeAt,
};

function decide(command: DigestCommand, state: DigestState): readonly DigestEvent[] {
  if (command.type === 'Notify') return notify(command, state);
  if (command.type === 'ReadDigest') return read(command, state);
  if (!state) return [];
  switch (command.type) {
    case 'TimePassed':
      return passTime(command, state);
    case 'TryDigest':
      return tryDigest(command, state);
    case 'RecordSent':
      return recordSent(command, state);
    case 'RecordFailure':
      return recordFailure(command, state);
  }
}

/** Nothing when it is closed already: whoever notifies looks whether the alert is in it, and else takes the next day. */
function notify({ data }: Notify, state: DigestState): readonly DigestEvent[] {
  if (state && state.stage !== 'collecting') return [];
  const alert = newIn(data.alert, state?.alerts ?? []);
  return alert ? [{ type: 'AlertNoted', data: { ...data, alert } }] : [];
}

function passTime({ now, facts }: TimePassed, state: Digest): readonly DigestEvent[] {
  if (state.wakeAt === undefined || now < state.wakeAt) return [];
  const { stage, attempt, channel = 'inbox' } = state;
  if (stage === 'collecting' && dayOf(now) > addDays(dayOf(state.wakeAt), LAPSES_AFTER_DAYS))
    return [{ type: 'DigestLapsed', data: {} }];
  if (attempt >= MAX_ATTEMPTS)
    return [{ type: 'DigestGivenUp', data: { attempt, channel, reason: state.failure ?? 'unanswered' } }];
  const until = nextSendingTime(now, facts.calendar);
  if (until > now) return [{ type: 'DigestPostponed', data: { until } }];
  if (stage === 'collecting') return [{ type: 'DigestDue', data: { attempt: 1 } }];
  return [{ type: 'DigestRetryDue', data: { attempt: attempt + 1 } }];
}

function tryDigest({ data }: TryDigest, { stage, attempt }: Digest): readonly DigestEvent[] {
  return stage === 'due' && attempt === data.attempt ? [{ type: 'DigestTried', data }] : [];
}

/** What got through got through, however late the answer. */
function recordSent({ data }: RecordSent, { stage }: Digest): readonly DigestEvent[] {
  return isEnded(stage) ? [] : [{ type: 'DigestSent', data }];
}

function recordFailure({ data, facts, now }: RecordFailure, state: Digest): readonly DigestEvent[] {
  if (state.stage !== 'tried' || state.attempt !== data.attempt) return [];
  const { final, afterSeconds, ...failure } = data;
  if (final || data.attempt >= MAX_ATTEMPTS) return [{ type: 'DigestGivenUp', data: failure }];
  const seed = digestId(state.addressee, state.day);
  const retryAt = nextSendingTime(attemptAt(now, data.attempt + 1, seed, afterSeconds), facts.calendar);
  return [{ type: 'DigestFailed', data: { ...failure, retryAt } }];
}

/** Whose it is, and nobody else. */
function read({ actor }: ReadDigest, state: DigestState): readonly DigestEvent[] {
  const digest = state && cameOut(state) ? state : refuse('digest-unknown');
  const { addressee, readAt } = digest;
  const isTheirs = actor.kind === 'person' && addressee.kind === 'person' && addressee.id === actor.person;
  if (!isTheirs) refuse('digest-unknown');
  return readAt === undefined ? [{ type: 'DigestRead', data: {} }] : [];
}

const ENDED: readonly Digest['stage'][] = ['sent', 'given-up', 'lapsed'];
const isEnded = (stage: Digest['stage']): boolean => ENDED.includes(stage);

/** It lies in the inbox, whether or not it got out of the house. */
export const cameOut = ({ outAt }: Pick<Digest, 'outAt'>): boolean => outAt !== undefined;

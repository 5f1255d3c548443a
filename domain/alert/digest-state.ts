import { createHash } from 'node:crypto';
import type { EventContext, History } from '../kernel/decider.ts';
import { type Day, epochOf, type Instant, instantOf } from '../kernel/time.ts';
import type { Addressee, Alert } from './alert.ts';
import type { Channel, SendingFailure } from './channels.ts';
import type { DigestEvent } from './digest-events.ts';
import { sendingTime } from './sending-hours.ts';

/** `due`: an attempt is to be made; `tried`: somebody is at it; the last four are for good. */
export type DigestStage = 'collecting' | 'due' | 'tried' | 'failed' | 'sent' | 'given-up' | 'lapsed';

/** 提醒: everything that one addressee is told on one day. */
export interface Digest {
  readonly addressee: Addressee;
  readonly day: Day;
  readonly alerts: readonly Alert[];
  readonly stage: DigestStage;
  readonly attempt: number;
  readonly channel?: Channel;
  readonly failure?: SendingFailure;
  /** When something has to happen next; absent when nothing has. */
  readonly wakeAt?: Instant;
  /** When it came out, whether or not it got through. */
  readonly outAt?: Instant;
  readonly readAt?: Instant;
}
export type DigestState = Digest | undefined;

/** What the ids of all digests of an addressee begin with. The addressee's own id would not fit beside the day. */
export const digestPrefix = ({ kind, id }: Addressee): string =>
  `${createHash('sha256').update(`${kind}#${id}`).digest('hex').slice(0, 12)}-`;

/** Stream id of what an addressee is told on a day. */
export const digestId = (addressee: Addressee, day: Day): string =>
  `${digestPrefix(addressee)}${day.replaceAll('-', '')}`;

/** An attempt takes seconds; after so long without an answer its message was lost or put aside. */
const ANSWER_WITHIN_MS = 15 * 60_000;
const unansweredAt = (at: Instant): Instant => instantOf(epochOf(at) + ANSWER_WITHIN_MS);

export const digestHistory: History<DigestEvent, DigestState> = { initial: undefined, evolve };

function evolve(state: DigestState, event: DigestEvent, { at }: EventContext): DigestState {
  if (event.type === 'AlertNoted') {
    const { addressee, day, alert } = event.data;
    const digest = state ?? {
      addressee,
      day,
      alerts: [],
      stage: 'collecting',
      attempt: 0,
      wakeAt: sendingTime(day),
    };
    return { ...digest, alerts: [...digest.alerts, alert] };
  }
  if (!state) return state;
  const { wakeAt: _wakeAt, ...still } = state;
  const out = { outAt: state.outAt ?? at };
  switch (event.type) {
    case 'DigestPostponed':
      return {
        ...state,
        stage: state.stage === 'collecting' ? state.stage : 'failed',
        wakeAt: event.data.until,
      };
    case 'DigestDue':
    case 'DigestRetryDue':
      return { ...state, ...out, ...event.data, stage: 'due', wakeAt: unansweredAt(at) };
    case 'DigestTried':
      return { ...state, ...event.data, stage: 'tried', wakeAt: unansweredAt(at) };
    case 'DigestSent':
      return { ...still, ...event.data, stage: 'sent' };
    case 'DigestFailed': {
      const { channel, reason, retryAt } = event.data;
      return { ...still, channel, stage: 'failed', failure: reason, wakeAt: retryAt };
    }
    case 'DigestGivenUp':
      return { ...still, channel: event.data.channel, stage: 'given-up', failure: event.data.reason };
    case 'DigestLapsed':
      return { ...still, ...out, stage: 'lapsed' };
    case 'DigestRead':
      return { ...state, readAt: at };
  }
}

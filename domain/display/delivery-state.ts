import { createHash } from 'node:crypto';
import type { EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import { type LoggedAttempt, logged } from './attempt-log.ts';
import type { Answer, DeliveryEvent, NoticeType } from './delivery-commands.ts';

export const DELIVERY_STATUSES = ['pending', 'succeeded', 'exhausted', 'dropped'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What one display was last to be told of one item, and how far that came. */
export interface Delivery {
  readonly display: string;
  readonly item: string;
  readonly type: NoticeType;
  readonly revision: number;
  readonly content: string;
  readonly status: DeliveryStatus;
  readonly plannedAt: Instant;
  /** Attempts that were set going; the last one may still be without an answer. */
  readonly attempts: number;
  /** When the last of them was set going. */
  readonly startedAt: Instant;
  /** Set while the last attempt has failed and another one is to follow. */
  readonly nextAttemptAt?: Instant;
  readonly lastAnswer?: Answer;
  /** The attempt waits, or has waited, for its turn; it will not have to wait once more. */
  readonly turn?: 'waits' | 'came';
  /** Times that somebody asked for it again. */
  readonly resends: number;
  /** Set while that is under way; only one of both is at a time. */
  readonly resend?: { readonly startedAt: Instant; readonly dueAt?: Instant; readonly inTurn?: true };
  readonly log: readonly DeliveryAttempt[];
}

/** An attempt with what it was about, since the delivery moves on to other revisions. */
export interface DeliveryAttempt extends LoggedAttempt {
  readonly type: NoticeType;
  readonly revision: number;
}

export type DeliveryState = Delivery | undefined;

/** Lengths that let both parts fit into the 40 characters of an id. */
const DISPLAY_LENGTH = 19;
const ITEM_LENGTH = 20;

/** Stream id of what a display is told of an item. The item is hashed: two ids of 40 characters do not fit into one. */
export const deliveryId = (display: string, item: string): string =>
  `${deliveryPrefix(display)}${hash(item, ITEM_LENGTH)}`;

/** What the ids of all deliveries to a display begin with. Those of others may do so too: look at the card. */
export const deliveryPrefix = (display: string): string =>
  `${display.length <= DISPLAY_LENGTH ? display : hash(display, DISPLAY_LENGTH)}-`;

const hash = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

export const isSuccess = (answer: Answer): boolean =>
  'status' in answer && answer.status >= 200 && answer.status <= 299 && !answer.refused;

/** The receiver says that it is gone for good. */
export const isGone = (answer: Answer): boolean => 'status' in answer && answer.status === 410;

export const deliveryHistory: History<DeliveryEvent, DeliveryState> = { initial: undefined, evolve };

function evolve(state: DeliveryState, event: DeliveryEvent, { at }: EventContext): DeliveryState {
  if (event.type === 'DeliveryPlanned') {
    const { resends = 0, log = [] } = state ?? {};
    return { ...event.data, status: 'pending', plannedAt: at, attempts: 1, startedAt: at, resends, log };
  }
  if (!state) return state;
  const { nextAttemptAt: _next, turn: _turn, ...settled } = state;
  switch (event.type) {
    case 'DeliverySuperseded':
      return state;
    case 'DeliverySucceeded':
      return { ...settled, status: 'succeeded', ...answered(state, event.data, at) };
    case 'DeliveryFailed':
      return { ...settled, nextAttemptAt: event.data.nextAttemptAt, ...answered(state, event.data, at) };
    case 'DeliveryRetryDue':
      return retried(state, event.data, at);
    case 'DeliveryPostponed':
      return postponed(state, event.data.until);
    case 'DeliveryExhausted':
      return { ...settled, status: 'exhausted', ...answered(state, event.data, at) };
    case 'DeliveryDropped':
      return { ...settled, status: 'dropped' };
    case 'DeliveryResendRequested':
      return { ...state, resends: event.data.resend, resend: { startedAt: at } };
    case 'DeliveryResent':
      return resent(state, event.data, at);
  }
}

function retried(state: Delivery, data: DataOf<'DeliveryRetryDue'>, at: Instant): Delivery {
  if (data.resend !== undefined) return { ...state, resend: { startedAt: at, inTurn: true } };
  const { nextAttemptAt: _next, turn, ...rest } = state;
  return { ...rest, attempts: data.attempt, startedAt: at, ...(turn && { turn: 'came' }) };
}

function postponed(state: Delivery, until: Instant): Delivery {
  return state.resend
    ? { ...state, resend: { ...state.resend, dueAt: until } }
    : { ...state, nextAttemptAt: until, turn: 'waits' };
}

/** What got through got through: then nothing of that revision is tried any more. */
function resent(state: Delivery, data: DataOf<'DeliveryResent'>, at: Instant): Delivery {
  const { resend: _resend, ...rest } = state;
  const { answer, durationMs, resend: number } = data;
  if (!answer) return rest;
  const log = logged(state.log, entryOf(state, { kind: 'resend', number, at, answer, durationMs }));
  if (!isSuccess(answer)) return { ...rest, log };
  const { nextAttemptAt: _next, turn: _turn, ...settled } = rest;
  return { ...settled, status: 'succeeded', lastAnswer: answer, log };
}

interface Answered {
  readonly attempt: number;
  readonly answer?: Answer;
  readonly durationMs?: number | undefined;
}

function answered(
  state: Delivery,
  { attempt: number, answer, durationMs }: Answered,
  at: Instant,
): Partial<Delivery> {
  if (!answer) return {};
  const entry = entryOf(state, { kind: 'notice', number, at, answer, durationMs });
  return { lastAnswer: answer, log: logged(state.log, entry) };
}

const entryOf = ({ type, revision }: Delivery, attempt: LoggedAttempt): DeliveryAttempt => ({
  ...attempt,
  type,
  revision,
});

type DataOf<Type extends DeliveryEvent['type']> = Extract<DeliveryEvent, { type: Type }>['data'];

import { createHash } from 'node:crypto';
import type { EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
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
  'status' in answer && answer.status >= 200 && answer.status <= 299;

/** The receiver says that it is gone for good. */
export const isGone = (answer: Answer): boolean => 'status' in answer && answer.status === 410;

export const deliveryHistory: History<DeliveryEvent, DeliveryState> = { initial: undefined, evolve };

function evolve(state: DeliveryState, event: DeliveryEvent, { at }: EventContext): DeliveryState {
  if (event.type === 'DeliveryPlanned')
    return { ...event.data, status: 'pending', plannedAt: at, attempts: 1, startedAt: at };
  if (!state) return state;
  const { nextAttemptAt: _next, ...settled } = state;
  switch (event.type) {
    case 'DeliverySuperseded':
      return state;
    case 'DeliverySucceeded':
      return { ...settled, status: 'succeeded', ...answered(event.data) };
    case 'DeliveryFailed':
      return { ...settled, nextAttemptAt: event.data.nextAttemptAt, ...answered(event.data) };
    case 'DeliveryRetryDue':
      return { ...settled, attempts: event.data.attempt, startedAt: at };
    case 'DeliveryExhausted':
      return { ...settled, status: 'exhausted', ...answered(event.data) };
    case 'DeliveryDropped':
      return { ...settled, status: 'dropped' };
  }
}

const answered = ({ answer }: { answer?: Answer }) => (answer ? { lastAnswer: answer } : {});

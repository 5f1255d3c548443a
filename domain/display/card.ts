import type { Instant } from '../kernel/time.ts';
import type { DisplayAudience, DisplayFilter } from './commands.ts';
import type { Answer, NoticeType } from './delivery-commands.ts';
import type { Delivery, DeliveryStatus } from './delivery-state.ts';
import { givesUpAt } from './failing.ts';
import type { Display } from './state.ts';

/** What lists of displays need. For those who work here only: an address may carry a token of the receiver. */
export interface DisplayCard {
  readonly name: string;
  readonly place: string;
  readonly audience: DisplayAudience;
  readonly active: boolean;
  readonly url?: string;
  readonly filter?: DisplayFilter;
  readonly disabledFor?: NonNullable<Display['disabled']>['cause'];
  /** Nothing has got through since then, and when the display will be switched off for it. */
  readonly failing?: { readonly since: Instant; readonly givesUpAt: Instant };
}

export function cardOfDisplay(display: Display): DisplayCard {
  const { name, place, audience, active, url, filter, disabled, failing } = display;
  return {
    name,
    place,
    audience,
    active,
    ...(url && { url }),
    ...(filter && { filter }),
    ...(disabled && { disabledFor: disabled.cause }),
    ...(failing && { failing: { since: failing.since, givesUpAt: givesUpAt(failing) } }),
  };
}

/** A line of the delivery log. */
export interface DeliveryCard {
  readonly display: string;
  readonly item: string;
  readonly type: NoticeType;
  readonly revision: number;
  readonly status: DeliveryStatus;
  readonly plannedAt: Instant;
  readonly attempts: number;
  /** When the last of them was set going. */
  readonly attemptedAt: Instant;
  readonly lastAnswer?: Answer;
  readonly nextAttemptAt?: Instant;
}

export function cardOfDelivery(delivery: Delivery): DeliveryCard {
  const { display, item, type, revision, status, plannedAt, attempts, startedAt, lastAnswer, nextAttemptAt } =
    delivery;
  return {
    display,
    item,
    type,
    revision,
    status,
    plannedAt,
    attempts,
    attemptedAt: startedAt,
    ...(lastAnswer && { lastAnswer }),
    ...(nextAttemptAt && { nextAttemptAt }),
  };
}

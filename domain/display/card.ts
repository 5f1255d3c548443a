import type { Instant } from '../kernel/time.ts';
import type { LoggedAttempt } from './attempt-log.ts';
import { type CarrierCard, cardOfCarrier } from './carrier/carrier.ts';
import type { Assurance, DisplayAudience, DisplayFilter, ScreenSettings } from './commands.ts';
import type { Answer, NoticeType } from './delivery-commands.ts';
import { type Delivery, type DeliveryStatus, isSuccess } from './delivery-state.ts';
import { givesUpAt } from './failing.ts';
import { perMinuteOf } from './pace.ts';
import { isVerified, type Probe, takesChallenge } from './probing.ts';
import type { Display } from './state.ts';

/** What lists of displays need. For those who work here only: an address may carry a token of the receiver. */
export interface DisplayCard {
  readonly name: string;
  readonly place: string;
  readonly audience: DisplayAudience;
  readonly active: boolean;
  readonly url?: string;
  readonly filter?: DisplayFilter;
  readonly notices?: readonly NoticeType[];
  /** Values are for the receiver only. */
  readonly headerNames?: readonly string[];
  /** Messages a minute that it is sent at most at present. */
  readonly perMinute?: number;
  /** Whether the receiver has shown that it wants our messages; absent where it is not asked. */
  readonly verified?: boolean;
  readonly challenge?: Probe;
  readonly test?: Probe;
  /** Absent: signed webhooks. */
  readonly carrier?: CarrierCard;
  readonly screen?: ScreenSettings;
  /** Of an office system. */
  readonly assurance?: Assurance;
  readonly disabledFor?: NonNullable<Display['disabled']>['cause'];
  /** Nothing has got through since then, and when the display will be switched off for it. */
  readonly failing?: { readonly since: Instant; readonly givesUpAt: Instant };
}

export function cardOfDisplay(display: Display): DisplayCard {
  const { name, place, audience, active, url, filter, carrier, screen, assurance, disabled, failing } =
    display;
  return {
    name,
    place,
    audience,
    active,
    ...(url && receiving(display)),
    ...(filter && { filter }),
    ...(carrier && { carrier: cardOfCarrier(carrier) }),
    ...(screen && { screen }),
    ...(assurance && { assurance }),
    ...(disabled && { disabledFor: disabled.cause }),
    ...(failing && { failing: { since: failing.since, givesUpAt: givesUpAt(failing) } }),
  };
}

function receiving(display: Display): Partial<DisplayCard> {
  const { url, notices, headers = {}, challenge, test } = display;
  const headerNames = Object.keys(headers);
  const isAsked = takesChallenge(display);
  return {
    ...(url && { url }),
    ...(notices && { notices }),
    ...(headerNames.length > 0 && { headerNames }),
    perMinute: perMinuteOf(display, !isAsked || isVerified(display)),
    ...(isAsked && { verified: isVerified(display), ...(challenge && { challenge }) }),
    ...(test && { test }),
  };
}

/** One message that was sent, whatever came of it. */
export interface AttemptCard extends Pick<LoggedAttempt, 'kind' | 'number' | 'at' | 'answer' | 'durationMs'> {
  readonly outcome: AttemptOutcome;
  /** Absent with tests and challenges, which are about no item. */
  readonly notice?: { readonly item: string; readonly type: NoticeType; readonly revision: number };
}
export const ATTEMPT_OUTCOMES = ['succeeded', 'failed'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

export const cardOfAttempt = (
  { kind, number, at, answer, durationMs }: LoggedAttempt,
  notice?: AttemptCard['notice'],
): AttemptCard => ({
  kind,
  number,
  at,
  answer,
  ...(durationMs !== undefined && { durationMs }),
  outcome: isSuccess(answer) ? 'succeeded' : 'failed',
  ...(notice && { notice }),
});

/** What a display was last told of one item, and how far that came. */
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
  /** Times that somebody asked for it again. */
  readonly resends?: number;
}

export function cardOfDelivery(delivery: Delivery): DeliveryCard {
  const { display, item, type, revision, status, plannedAt, attempts, startedAt, nextAttemptAt } = delivery;
  const { lastAnswer, resends } = delivery;
  return {
    display,
    item,
    type,
    revision,
    status,
    plannedAt,
    attempts,
    attemptedAt: startedAt,
    ...(lastAnswer && { lastAnswer: withoutExcerpt(lastAnswer) }),
    ...(nextAttemptAt && { nextAttemptAt }),
    ...(resends > 0 && { resends }),
  };
}

/** What a receiver said stands with the attempt, once; this card is copied into an index. */
function withoutExcerpt(answer: Answer): Answer {
  if (!('excerpt' in answer)) return answer;
  const { excerpt: _excerpt, ...rest } = answer;
  return rest;
}

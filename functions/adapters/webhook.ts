import type { Answer } from '../../domain/display/delivery-commands.ts';
import { type Outbound, type OutboundOptions, postOutbound } from './outbound.ts';

export type Webhook = Outbound;

export interface WebhookOptions extends OutboundOptions {
  /** Milliseconds since 1970, to read a `Retry-After` that names a date. */
  readonly now?: () => number;
}

/** A receiver has no more to say than its status. */
const LONGEST_ANSWER = 1_000;

/** Sends one message to a display, as `postOutbound` promises. Never throws for what the other side does. */
export async function sendWebhook(webhook: Webhook, options: WebhookOptions): Promise<Answer> {
  const reply = await postOutbound(webhook, options, LONGEST_ANSWER);
  if ('failure' in reply) return reply;
  const retryAfter = secondsOf(reply.headers['retry-after'], options.now ?? Date.now);
  return { status: reply.status, ...(retryAfter !== undefined && { retryAfter }) };
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(header: string | undefined, now: () => number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  // `Date.parse` takes almost anything for a date, `-5` for instance; each date of HTTP names its weekday.
  const date = /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now()) / 1000));
}

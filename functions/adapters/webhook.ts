import type { Answer } from '../../domain/display/delivery-commands.ts';
import { excerptOf } from '../../domain/display/excerpt.ts';
import { type Outbound, type OutboundOptions, sendOutbound } from './outbound.ts';
import { retryAfterOf } from './retry-after.ts';

export interface Webhook extends Outbound {
  /** How long its display may take to answer, in milliseconds. @default that of the options */
  readonly timeoutMs?: number;
}

export interface WebhookOptions extends OutboundOptions {
  /** Milliseconds since 1970, to read a `Retry-After` that names a date. */
  readonly now?: () => number;
}

/** Beside its status only the beginning of what a receiver says is kept. */
const LONGEST_ANSWER = 1_000;

/** Sends one message to a display, as `sendOutbound` promises. Never throws for what the other side does. */
export async function sendWebhook(webhook: Webhook, options: WebhookOptions): Promise<Answer> {
  const { timeoutMs = options.timeoutMs, ...outbound } = webhook;
  const limits = { ...options, ...(timeoutMs !== undefined && { timeoutMs }) };
  const reply = await sendOutbound(outbound, limits, LONGEST_ANSWER);
  if ('failure' in reply) return reply;
  const retryAfter = retryAfterOf(reply.headers['retry-after'], (options.now ?? Date.now)());
  const excerpt = excerptOf(reply.body);
  return {
    status: reply.status,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(excerpt && { excerpt }),
  };
}

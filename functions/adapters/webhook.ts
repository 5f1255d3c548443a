import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { useAgent } from 'request-filtering-agent';
import type { Answer } from '../../domain/display/delivery-commands.ts';
import { type Address, allowedNetworks, isListed, isRoutable, resolve } from './networks.ts';

export interface Webhook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Private networks that the organisation's policy opens. */
  readonly allowedAddresses: readonly string[];
}

export interface WebhookOptions {
  /** For everything together: resolving, connecting, TLS, sending, waiting and reading. In milliseconds. */
  readonly timeoutMs?: number;
  /** See `allowedNetworks`. */
  readonly opensLoopback: boolean;
  /** For tests. */
  readonly resolveHost?: typeof resolve;
  /** Milliseconds since 1970, to read a `Retry-After` that names a date. */
  readonly now?: () => number;
}

/** A receiver has no more to say than its status; the rest of its answer is not waited for. */
const MAX_ANSWER_BYTES = 1_000;
const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * Sends one message to an address that a stranger chose, and never anywhere else. The host is resolved once; every
 * address that it stands for must be on the internet or allowed by the policy; the connection goes to those very
 * addresses, so a name that changes its mind meanwhile leads nowhere. Plain http goes to allowed addresses only.
 * Redirects are answers, not instructions. Never throws for what the other side does.
 *
 * It uses node's own client, since `fetch` takes no agent.
 */
export async function sendWebhook(webhook: Webhook, options: WebhookOptions): Promise<Answer> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    return await deliver(webhook, options, deadline.signal);
  } catch (error) {
    return { failure: deadline.signal.aborted ? 'timeout' : failureOf(error as Error) };
  } finally {
    clearTimeout(timer);
  }
}

async function deliver(webhook: Webhook, options: WebhookOptions, deadline: AbortSignal): Promise<Answer> {
  const url = new URL(webhook.url);
  const addresses = await before(deadline, (options.resolveHost ?? resolve)(url.hostname));
  const allowed = allowedNetworks(webhook.allowedAddresses, options.opensLoopback);
  const isAllowed = (address: Address) => isListed(address, allowed);
  const isPlain = url.protocol !== 'https:';
  const isRefused = addresses.some((each) => !isAllowed(each) && (isPlain || !isRoutable(each)));
  if (isRefused) return { failure: 'address-refused' };

  const agent = useAgent(webhook.url, {
    allowIPAddressList: addresses.filter(isAllowed).map(({ address }) => address),
    keepAlive: false,
  });
  return new Promise((settle, fail) => {
    let answer: Answer | undefined;
    const send = isPlain ? httpRequest : httpsRequest;
    const request = send(url, {
      method: 'POST',
      agent,
      signal: deadline,
      lookup: pinnedTo(addresses),
      headers: { ...webhook.headers, 'content-length': Buffer.byteLength(webhook.body) },
    });
    request.on('response', (response) => {
      const answered = answerOf(response, options.now ?? Date.now);
      answer = answered;
      drain(response, () => {
        settle(answered);
        request.destroy();
      });
    });
    // The status counts, even when the connection breaks or time runs out before the rest has arrived.
    request.on('error', (error) => (answer ? settle(answer) : fail(error)));
    request.end(webhook.body);
  });
}

/** Lets a receiver finish a short answer, since some count a cut one as a failure; a long or slow one is cut. */
function drain(response: IncomingMessage, done: () => void): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) done();
  });
  response.on('end', done);
  response.on('error', done);
  response.on('close', done);
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, now: () => number): Answer {
  const retryAfter = secondsOf(headers['retry-after'], now);
  return { status: statusCode, ...(retryAfter !== undefined && { retryAfter }) };
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(header: string | undefined, now: () => number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header);
  // `Date.parse` takes almost anything for a date, `-5` for instance; each date of HTTP names its weekday.
  const date = /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now()) / 1000));
}

const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

/** The agent's own refusals carry no code, only this sentence. */
const failureOf = (error: Error) =>
  /is not allowed\. Because/.test(error.message) ? ('address-refused' as const) : ('unreachable' as const);

/** The promise, unless the deadline comes first: a name cannot be told to stop resolving. */
function before<T>(deadline: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((settle, fail) => {
    deadline.addEventListener('abort', () => fail(new Error('deadline')), { once: true });
    promise.then(settle, fail);
  });
}

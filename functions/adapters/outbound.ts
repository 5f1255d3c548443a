import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { useAgent } from 'request-filtering-agent';
import type { TransportFailure } from '../../domain/display/delivery-commands.ts';
import { type Address, allowedNetworks, isListed, isRoutable, resolve } from './networks.ts';

export interface Outbound {
  /** `POST` unless it says otherwise. */
  readonly method?: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Private networks that the organisation's policy opens. */
  readonly allowedAddresses: readonly string[];
}

export interface OutboundOptions {
  /** For everything together: resolving, connecting, TLS, sending, waiting and reading. In milliseconds. */
  readonly timeoutMs?: number;
  /** See `allowedNetworks`. */
  readonly opensLoopback: boolean;
  /** For tests. */
  readonly resolveHost?: typeof resolve;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
export type Reply = HttpReply | { readonly failure: TransportFailure };

const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * Sends a request to an address that a stranger chose, and never anywhere else. The host is resolved once; every address that it
 * stands for must be on the internet or allowed by the policy; the connection goes to those very addresses, so a name
 * that changes its mind meanwhile leads nowhere. Plain http goes to allowed addresses only. Redirects are answers, not
 * instructions. Never throws for what the other side does.
 *
 * It uses node's own client, since `fetch` takes no agent.
 *
 * @param longestBody bytes of the answer after which the rest is not waited for
 */
export async function sendOutbound(
  message: Outbound,
  options: OutboundOptions,
  longestBody: number,
): Promise<Reply> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  try {
    return await send(message, options, longestBody, deadline.signal);
  } catch (error) {
    return { failure: deadline.signal.aborted ? 'timeout' : failureOf(error as Error) };
  } finally {
    clearTimeout(timer);
  }
}

async function send(
  message: Outbound,
  options: OutboundOptions,
  longestBody: number,
  deadline: AbortSignal,
): Promise<Reply> {
  const url = new URL(message.url);
  const addresses = await before(deadline, (options.resolveHost ?? resolve)(url.hostname));
  const allowed = allowedNetworks(message.allowedAddresses, options.opensLoopback);
  const isAllowed = (address: Address) => isListed(address, allowed);
  const isPlain = url.protocol !== 'https:';
  const isRefused = addresses.some((each) => !isAllowed(each) && (isPlain || !isRoutable(each)));
  if (isRefused) return { failure: 'address-refused' };

  const agent = useAgent(message.url, {
    allowIPAddressList: addresses.filter(isAllowed).map(({ address }) => address),
    keepAlive: false,
  });
  return new Promise((settle, fail) => {
    let answer: (() => Reply) | undefined;
    const open = isPlain ? httpRequest : httpsRequest;
    const request = open(url, {
      method: message.method ?? 'POST',
      agent,
      signal: deadline,
      lookup: pinnedTo(addresses),
      headers: { ...message.headers, 'content-length': Buffer.byteLength(message.body) },
    });
    request.on('response', (response) => {
      const body = collect(response, longestBody, () => {
        settle(replyOf(response, body));
        request.destroy();
      });
      answer = () => replyOf(response, body);
    });
    // The status counts, even when the connection breaks or time runs out before the rest has arrived.
    request.on('error', (error) => (answer ? settle(answer()) : fail(error)));
    request.end(message.body);
  });
}

const replyOf = ({ statusCode = 0, headers }: IncomingMessage, body: readonly Buffer[]): Reply => ({
  status: statusCode,
  headers,
  body: Buffer.concat(body).toString(),
});

/** Lets a receiver finish a short answer, since some count a cut one as a failure; a long or slow one is cut. */
function collect(response: IncomingMessage, longest: number, done: () => void): readonly Buffer[] {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > longest) done();
    else chunks.push(chunk);
  });
  response.on('end', done);
  response.on('error', done);
  response.on('close', done);
  return chunks;
}

const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

/** The agent's own refusals carry no code, only this sentence. */
const failureOf = (error: Error): TransportFailure =>
  /is not allowed\. Because/.test(error.message) ? 'address-refused' : 'unreachable';

/** The promise, unless the deadline comes first: a name cannot be told to stop resolving. */
function before<T>(deadline: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((settle, fail) => {
    deadline.addEventListener('abort', () => fail(new Error('deadline')), { once: true });
    promise.then(settle, fail);
  });
}

import type { ApiRequest } from '../../../domain/display/carrier/signing.ts';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import { excerptOf } from '../../../domain/display/excerpt.ts';
import { type HttpReply, type OutboundOptions, type Reply, sendOutbound } from '../outbound.ts';
import { retryAfterOf } from '../retry-after.ts';

export interface CallerOptions extends OutboundOptions {
  /** Milliseconds since 1970, the machine's own clock. */
  readonly clock: () => number;
}

/** For everything that one message takes, from the token to the last request. */
const DEFAULT_TIMEOUT_MS = 20_000;

/** Room for a page of rows with long texts. */
const LONGEST_ANSWER = 2_000_000;

/** Speaks with somebody else's API for the length of one message, within one time limit, as `sendOutbound` promises. */
export class Caller {
  readonly #options: CallerOptions;
  readonly #allowedAddresses: readonly string[];
  readonly #endsAt: number;
  readonly #hidden = new Set<string>();

  constructor(options: CallerOptions, allowedAddresses: readonly string[]) {
    this.#options = options;
    this.#allowedAddresses = allowedAddresses;
    this.#endsAt = options.clock() + (options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  }

  /** Never throws for what the other side does. */
  async call(request: ApiRequest): Promise<Reply> {
    const timeoutMs = this.#endsAt - this.#options.clock();
    if (timeoutMs <= 0) return { failure: 'timeout' };
    const headers = { 'user-agent': 'gongkai', ...request.headers };
    const allowedAddresses = this.#allowedAddresses;
    return sendOutbound(
      { ...request, headers, allowedAddresses },
      { ...this.#options, timeoutMs },
      LONGEST_ANSWER,
    );
  }

  /** From now on none of these appears in an answer, should the other side say them back to us. */
  hide(...secrets: readonly (string | undefined)[]): void {
    for (const secret of secrets) if (secret) this.#hidden.add(secret);
  }

  /**
   * What came back, as it is recorded.
   *
   * @param reason why it counts as refused whatever its status; absent: the status alone counts
   * @param retryAfter seconds to wait, where the header does not say
   */
  answerOf(reply: Reply, reason?: string, retryAfter?: number): Answer {
    if ('failure' in reply) return reply;
    const { status, headers, body } = reply;
    const wait = retryAfterOf(headers['retry-after'], this.#options.clock()) ?? retryAfter;
    const excerpt = this.#excerptOf(reason ?? body);
    return {
      status,
      ...(wait !== undefined && { retryAfter: wait }),
      ...(excerpt && { excerpt }),
      ...(reason !== undefined && { refused: true as const }),
    };
  }

  #excerptOf(text: string): string {
    const shown = [...this.#hidden].reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    return excerptOf(shown);
  }
}

export const isOk = ({ status }: HttpReply): boolean => status >= 200 && status <= 299;

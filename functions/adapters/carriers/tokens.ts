import { createHash } from 'node:crypto';
import { parse, textAt } from '../../../domain/display/carrier/answer-rule.ts';
import type { Answer } from '../../../domain/display/delivery-commands.ts';
import { type Caller, isOk } from './caller.ts';

/** Who asks for tokens, and where. */
export interface Client {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A token that ends while a message is under way is no use. */
const MARGIN_MS = 120_000;

/** Of a token that does not say. */
const DEFAULT_SECONDS = 600;

/**
 * Tokens of OAuth 2.0 for a client's own credentials (RFC 6749, 4.4), kept as long as they are good by each function
 * that is warm. What is kept is found by a digest of the secret too, so a new secret gets a new token.
 */
export class Tokens {
  readonly #kept = new Map<string, { readonly token: string; readonly until: number }>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  async get(
    client: Client,
    caller: Caller,
  ): Promise<{ readonly token: string } | { readonly answer: Answer }> {
    caller.hide(client.clientSecret);
    const kept = this.#kept.get(nameOf(client));
    if (kept && kept.until > this.#clock()) {
      caller.hide(kept.token);
      return kept;
    }
    const reply = await caller.call({
      method: 'POST',
      url: client.tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.clientId,
        client_secret: client.clientSecret,
      }).toString(),
    });
    if ('failure' in reply || !isOk(reply)) return { answer: caller.answerOf(reply) };
    const body = parse(reply.body);
    const token = textAt(body, 'access_token');
    if (!token) return { answer: caller.answerOf(reply, 'no access_token in the answer') };
    const seconds = Number(textAt(body, 'expires_in') ?? DEFAULT_SECONDS);
    this.#kept.set(nameOf(client), { token, until: this.#clock() + seconds * 1000 - MARGIN_MS });
    caller.hide(token);
    return { token };
  }

  /** The other side did not take it. */
  forget(client: Client): void {
    this.#kept.delete(nameOf(client));
  }
}

const nameOf = ({ tokenUrl, clientId, clientSecret }: Client): string =>
  createHash('sha256')
    .update(JSON.stringify([tokenUrl, clientId, clientSecret]))
    .digest('base64url');

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** How the loader reaches the system, and as whom. */
export interface SampleDoor {
  /** Address of the HTTP API, without a path. */
  readonly url: string;
  /** A token of that person, as signing in would give. */
  tokenFor(sub: string): Promise<string>;
  /** @default the global one */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** What a function has not got round to yet: screening after submission, releasing after approval, assigning. */
const NOT_YET = new Set([
  'screening-pending',
  'wrong-stage',
  'not-on-show',
  'item-unknown',
  'result-not-disclosed',
  'example-not-public',
]);
/** Loaded before: the same request, or what it would have done, is in the record already. */
const DONE_BEFORE = new Set(['key-reused', 'organisation-exists', 'seat-taken', 'row-exists']);

const WAIT_MS = 100;
const ATTEMPTS = 300;

/** The API as the loader needs it: every write once, however often it is sent. */
export class SampleApi {
  readonly #door: SampleDoor;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(door: SampleDoor) {
    this.#door = door;
  }

  /**
   * Sends one command. Its Idempotency-Key comes from the label, so loading again changes nothing, even though the dates
   * in the bodies have moved on since.
   *
   * @returns id of what it is about; undefined when an earlier loading left something else there
   * @throws Error with the answer when it is refused for good
   */
  async send(
    label: string,
    as: string | undefined,
    method: string,
    path: string,
    body: object,
  ): Promise<string | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#request(as, method, path, { body, key: keyOf(label) });
      if (response.ok) return ((await response.json()) as { id?: string }).id;
      const problem = (await response.json()) as { code?: string; en?: string };
      const code = problem.code ?? '';
      if (DONE_BEFORE.has(code)) return undefined;
      if (!NOT_YET.has(code) || attempt === ATTEMPTS) {
        throw new Error(`sample: ${label} was answered ${response.status} ${code}: ${problem.en}`);
      }
      await sleep(WAIT_MS);
    }
  }

  async get(as: string, path: string): Promise<unknown> {
    const response = await this.#request(as, 'GET', path);
    if (!response.ok) throw new Error(`sample: GET ${path} was answered ${response.status}`);
    return response.json();
  }

  async #request(
    as: string | undefined,
    method: string,
    path: string,
    sent?: { readonly body: object; readonly key: string },
  ): Promise<Response> {
    const { url, fetch: send = fetch } = this.#door;
    const token = as === undefined ? undefined : await this.#tokenOf(as);
    return send(`${url}${path}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(sent && { 'content-type': 'application/json', 'idempotency-key': sent.key }),
      },
      ...(sent && { body: JSON.stringify(sent.body) }),
    });
  }

  #tokenOf(sub: string): Promise<string> {
    const token = this.#tokens.get(sub) ?? this.#door.tokenFor(sub);
    this.#tokens.set(sub, token);
    return token;
  }
}

/** Short, so that a small command stays within one write unit. */
export const keyOf = (label: string): string =>
  `sample-${createHash('sha256').update(label).digest('base64url').slice(0, 16)}`;

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A notice as a school's signage sees it: the JSON that came, nothing shared with the sender's own types. */
export interface ReceivedNotice {
  readonly type: string;
  readonly timestamp: string;
  readonly data: { readonly id: string; readonly revision: number; readonly status: string } & Record<
    string,
    unknown
  >;
}

export interface Reception {
  readonly id: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What it answered; `hang` when it never did. */
  readonly answered: number | 'hang';
  /** Set when the signature was right. */
  readonly notice?: ReceivedNotice;
}

/** How it behaves once instead of accepting. A status with headers is answered as it stands. */
export type Mishap = number | 'hang' | { readonly status: number; readonly headers: Record<string, string> };

/**
 * A school's display: a real HTTP server that verifies with the official `standardwebhooks` package, recognises repeats
 * by their id, ignores a revision lower than it has, and keeps what is on show.
 */
export class DisplayReceiver {
  readonly receptions: Reception[] = [];
  /** Tests and challenges, which are no notices and never meet a mishap. */
  readonly probes: Reception[] = [];
  /** What it says to them; a challenge is echoed when absent. */
  probeAnswer: { readonly status: number; readonly body: string } | undefined;
  readonly #server: Server;
  readonly #newest = new Map<string, ReceivedNotice>();
  readonly #ids = new Set<string>();
  #secret: string | undefined;
  #mishaps: Mishap[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  /** Listens on a free port of 127.0.0.1. */
  static async start(): Promise<DisplayReceiver> {
    const receiver = new DisplayReceiver();
    await new Promise<void>((ready) => receiver.#server.listen(0, '127.0.0.1', ready));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/notices`;
  }

  /** The `whsec_…` that was shown when the display was registered. Until then everything is answered with 401. */
  trust(secret: string): void {
    this.#secret = secret;
  }

  /** The next requests meet these mishaps, in this order, one each. */
  fail(...mishaps: readonly Mishap[]): void {
    this.#mishaps.push(...mishaps);
  }

  /** What stands on the screen. */
  get onShow(): readonly ReceivedNotice['data'][] {
    return [...this.#newest.values()].filter(({ data }) => data.status === 'on-show').map(({ data }) => data);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    const notice = this.#verify(body, headers);
    if (isProbe(body)) {
      this.#takeProbe(response, { id: headers['webhook-id'] ?? '', body, headers, answered: 0 }, notice);
      return;
    }
    const mishap = this.#mishaps.shift();
    const status = typeof mishap === 'object' ? mishap.status : mishap;
    const answered = status ?? (notice ? 204 : 401);
    const id = headers['webhook-id'] ?? '';
    this.receptions.push({ id, body, headers, answered, ...(notice && { notice }) });
    if (answered === 'hang') return;
    if (notice && answered < 300) this.#show(id, notice);
    response.writeHead(answered, typeof mishap === 'object' ? mishap.headers : {});
    response.end();
  }

  #takeProbe(response: ServerResponse, reception: Reception, verified: ReceivedNotice | undefined): void {
    const challenge = verified?.data.challenge;
    const echo = { status: 200, body: JSON.stringify({ challenge }) };
    const kind = challenge === undefined ? { status: 204, body: '' } : echo;
    const { status, body } = this.probeAnswer ?? (verified ? kind : { status: 401, body: '' });
    this.probes.push({ ...reception, answered: status });
    response.writeHead(status);
    response.end(body);
  }

  #verify(body: string, headers: Record<string, string>): ReceivedNotice | undefined {
    if (!this.#secret) return undefined;
    try {
      return new Webhook(this.#secret).verify(body, headers) as ReceivedNotice;
    } catch {
      return undefined;
    }
  }

  #show(id: string, notice: ReceivedNotice): void {
    const known = this.#newest.get(notice.data.id);
    if (this.#ids.has(id) || (known && known.data.revision > notice.data.revision)) return;
    this.#ids.add(id);
    this.#newest.set(notice.data.id, notice);
  }
}

const isProbe = (body: string): boolean => /^\{"type":"(?:notice\.test|display\.challenge)"/.test(body);

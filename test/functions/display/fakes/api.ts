import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type ApiAnswer =
  | 'hang'
  | { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> };

/** Somebody's own API: keeps what came in, and answers as it is told, else with 200 and `{"code":0}`. */
export class FakeApi {
  readonly calls: ReceivedCall[] = [];
  readonly #server: Server;
  readonly #answers: ApiAnswer[] = [];

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(): Promise<FakeApi> {
    const api = new FakeApi();
    await new Promise<void>((ready) => api.#server.listen(0, '127.0.0.1', ready));
    return api;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/notices`;
  }

  /** For the next calls, one each. */
  answer(...answers: readonly ApiAnswer[]): void {
    this.#answers.push(...answers);
  }

  get last(): ReceivedCall {
    const last = this.calls.at(-1);
    if (!last) throw new Error('nothing has come in');
    return last;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.calls.push({
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://api'),
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString(),
    });
    const answer = this.#answers.shift() ?? {};
    if (answer === 'hang') return;
    const { status = 200, body = '{"code":0}', headers = {} } = answer;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A column of the DataSet: 1 String, 2 Number, 3 Date, 4 HTML, 5 image in the library. */
export interface Column {
  readonly heading: string;
  readonly dataTypeId: number;
  /** 1 values, 2 formula, 3 remote. */
  readonly dataSetColumnTypeId?: number;
}
export type Row = Record<string, string | number>;

/** Instead of what the CMS would do, once for the next request to a path that holds the text. */
export type CmsMishap =
  | number
  | 'hang'
  | { readonly status: number; readonly headers: Record<string, string> };

const CLIENT = 'gongkai-client';
const SECRET = 'xibo-secret-4711';
const DATASET = 12;
const GROUP = 7;
const HOUR_S = 3_600;

/**
 * A Xibo CMS as far as DataSets go, after its published source: tokens for an hour; `importjson` that matches rows by
 * key, answers 404 when nothing was imported, refuses other dates than `Y-m-d H:i:s`, overwrites every row when the
 * key is no column, and tells no player; a row call that adds a row each time; lists that come ten at a time and filter
 * by "contains"; players that learn of data when told to collect.
 */
export class FakeXiboCms {
  columns: Column[] = [
    { heading: 'itemId', dataTypeId: 1 },
    { heading: 'title', dataTypeId: 1 },
    { heading: 'body', dataTypeId: 4 },
    { heading: 'until', dataTypeId: 3 },
  ];
  rows: Row[] = [];
  /** What the players show: the rows at the time when they were last told to collect. */
  screens: readonly Row[] = [];
  /** Method and path of everything that came in, in order. */
  readonly calls: string[] = [];
  readonly bodies: string[] = [];
  tokensGiven = 0;
  readonly #server: Server;
  readonly #tokens = new Set<string>();
  readonly #mishaps: { readonly path: string; readonly mishap: CmsMishap }[] = [];
  #lastRow = 100;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(): Promise<FakeXiboCms> {
    const cms = new FakeXiboCms();
    await new Promise<void>((ready) => cms.#server.listen(0, '127.0.0.1', ready));
    return cms;
  }

  /** With a path, as a CMS that shares its host has. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/cms/`;
  }

  /** What a school registers for it. */
  readonly carrier = {
    kind: 'xibo-dataset' as const,
    clientId: CLIENT,
    secrets: { key: SECRET },
    dataset: DATASET,
    displayGroup: GROUP,
    columns: { id: 'itemId', title: 'title', bodyText: 'body', expiresAt: 'until' },
  };

  fail(path: string, ...mishaps: readonly CmsMishap[]): void {
    this.#mishaps.push(...mishaps.map((mishap) => ({ path, mishap })));
  }

  /** An administrator ends all tokens. */
  revokeTokens(): void {
    this.#tokens.clear();
  }

  /** Somebody adds a row by hand. */
  add(row: Row): void {
    this.#lastRow += 1;
    this.rows.push({ id: this.#lastRow, ...row });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://cms');
    this.calls.push(`${request.method} ${pathname}`);
    this.bodies.push(body);
    const reply = this.#mishapAt(pathname) ?? this.#reply(request, pathname, searchParams, body);
    if (reply === 'hang') return;
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.json === undefined ? undefined : JSON.stringify(reply.json));
  }

  #mishapAt(pathname: string): Reply | 'hang' | undefined {
    const index = this.#mishaps.findIndex(({ path }) => pathname.includes(path));
    const mishap = index < 0 ? undefined : this.#mishaps.splice(index, 1)[0]?.mishap;
    if (mishap === undefined || mishap === 'hang') return mishap;
    const { status, headers } = typeof mishap === 'number' ? { status: mishap, headers: {} } : mishap;
    return { status, json: { error: status, message: 'mishap' }, headers };
  }

  #reply(
    { method, headers }: IncomingMessage,
    pathname: string,
    query: URLSearchParams,
    body: string,
  ): Reply {
    const path = pathname.replace(/^\/cms\/api/, '');
    if (path === '/authorize/access_token') return this.#giveToken(new URLSearchParams(body));
    const isKnown = this.#tokens.has(String(headers.authorization).replace(/^Bearer /, ''));
    if (!isKnown) return error(401, 'The resource owner or authorization server denied the request.');
    switch (`${method} ${path}`) {
      case `GET /dataset/${DATASET}/column`:
        return page(
          this.columns.map((column) => ({ dataSetColumnTypeId: 1, ...column })),
          query,
        );
      case `GET /dataset/data/${DATASET}`:
        return page(this.#filtered(query), query);
      case `POST /dataset/data/${DATASET}`:
        this.add({});
        return { status: 201, json: { id: this.#lastRow } };
      case `POST /dataset/importjson/${DATASET}`:
        return this.#import(JSON.parse(body));
      case `POST /displaygroup/${GROUP}/action/collectNow`:
        this.screens = structuredClone(this.rows);
        return { status: 204 };
      default:
        return method === 'DELETE' ? this.#delete(path) : error(404, 'Sorry, not found.');
    }
  }

  #giveToken(form: URLSearchParams): Reply {
    const isClient = form.get('client_id') === CLIENT && form.get('client_secret') === SECRET;
    if (form.get('grant_type') !== 'client_credentials' || !isClient) {
      return { status: 401, json: { error: 'invalid_client', message: 'Client authentication failed' } };
    }
    this.tokensGiven += 1;
    const token = `token-${this.tokensGiven}`;
    this.#tokens.add(token);
    return { status: 200, json: { token_type: 'Bearer', expires_in: HOUR_S, access_token: token } };
  }

  #filtered(query: URLSearchParams): readonly Row[] {
    return this.rows.filter((row) =>
      this.columns.every(({ heading }) => String(row[heading] ?? '').includes(query.get(heading) ?? '')),
    );
  }

  #import({ uniqueKeys, rows }: { uniqueKeys: string[]; rows: Row[] }): Reply {
    let imported = 0;
    for (const given of rows) {
      const known = this.columns.filter(({ heading }) => heading in given);
      const isWrong = ({ heading, dataTypeId }: Column) =>
        dataTypeId === 3 && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(given[heading]));
      if (known.some(isWrong)) return error(422, 'Incorrect date provided, expected date format Y-m-d H:i:s');
      if (known.length === 0) continue;
      imported += 1;
      const row = Object.fromEntries(known.map(({ heading }) => [heading, given[heading] ?? '']));
      const keys = uniqueKeys.filter((key) => key in row);
      const matches = this.rows.filter((each) => keys.every((key) => each[key] === row[key]));
      for (const match of matches) Object.assign(match, row);
      if (matches.length === 0) this.add(row);
    }
    return imported === 0 ? error(404, 'No data found in request body') : { status: 204 };
  }

  #delete(path: string): Reply {
    const found = this.rows.findIndex(({ id }) => path === `/dataset/data/${DATASET}/${id}`);
    if (found < 0) return error(404, 'Sorry, not found.');
    this.rows.splice(found, 1);
    return { status: 204 };
  }
}

interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const error = (status: number, message: string): Reply => ({ status, json: { error: status, message } });

function page(all: readonly unknown[], query: URLSearchParams): Reply {
  const start = Number(query.get('start') ?? 0);
  const json = all.slice(start, start + Number(query.get('length') ?? 10));
  return { status: 200, json, headers: { 'x-total-count': String(all.length) } };
}

import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { openCommit, type SealedCommit } from '../../../domain/kernel/commit.ts';
import { epochOf, type Instant } from '../../../domain/kernel/time.ts';
import { DynamoLog, type Log } from '../../../functions/adapters/log.ts';
import { Presigner } from '../../../functions/adapters/presigned.ts';
import { DynamoViews, type Views } from '../../../functions/adapters/views.ts';
import { commandsApp, TRUST_MS } from '../../../functions/commands/commands.ts';
import { DueWorker } from '../../../functions/due-worker/due-worker.ts';
import { type BusEvent, busEventsOf } from '../../../functions/edge/bus-event.ts';
import { lambdaOf } from '../../../functions/edge/http.ts';
import { OidcProvider } from '../../../functions/edge/token.ts';
import { issuersOf } from '../../../functions/issuing/issuers.ts';
import { Permits } from '../../../functions/issuing/permits.ts';
import { LedgerKeeper } from '../../../functions/keep-ledger/keep-ledger.ts';
import { followFeedback } from '../../../functions/on-feedback-received/on-feedback-received.ts';
import { Opening, type OpeningMessage } from '../../../functions/open-ledgers/open-ledgers.ts';
import { planOpening } from '../../../functions/open-period/open-period.ts';
import { projectionsOver } from '../../../functions/projector/projections.ts';
import { Projector } from '../../../functions/projector/projector.ts';
import { queriesApp } from '../../../functions/queries/queries.ts';
import { Aggregates } from '../../../functions/shell/aggregates.ts';
import { DUE_SHARDS } from '../../../functions/shell/due.ts';
import { FileAccess } from '../../../functions/shell/file-access.ts';
import { ItemCommands } from '../../../functions/shell/item-commands.ts';
import { Ledgers } from '../../../functions/shell/ledgers.ts';
import { react } from '../../../functions/shell/reactions.ts';
import { Readings } from '../../../functions/shell/readings.ts';
import { rostersIn } from '../../../functions/shell/rosters.ts';
import { Tenancy } from '../../../functions/shell/tenancy.ts';
import { LEDGER_EVENTS } from '../../../infra/event-types.ts';
import { DISTRICT, FOUNDER } from '../../support/school.ts';
import { SIGNER } from '../../support/signer.ts';
import { dynoxide } from '../adapters/engines.ts';
import { createTables } from '../adapters/tables.ts';
import { expectPromised } from './promised.ts';
import { CLIENT, type Provider, startProvider } from './provider.ts';

export interface Call {
  readonly person?: string | undefined;
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly now?: Instant;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

/** What the keeper of the ledgers listens to, as the template has it. */
const KEPT: ReadonlySet<string> = new Set(LEDGER_EVENTS);

/** Both halves of the API over one engine, with the reactions and the projector run after every commit. */
export interface World {
  readonly provider: Provider;
  readonly readings: Readings;
  readonly log: Log;
  readonly views: Views;
  readonly ledgers: Ledgers;
  now: Instant;
  /** Opens the quarter of the instant for every organisation, as the schedule does; messages to some may be lost. */
  openQuarter(at: Instant, lost?: readonly string[]): Promise<void>;
  /** Wakes what is due at the instant, once, as the clock does each minute; how many there were. */
  wake(at: Instant): Promise<number>;
  call(method: string, path: string, call?: Call): Promise<Answer>;
  /** The same as `fetch` has it, for clients of the API. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** How many commits the record holds. */
  commits(): Promise<number>;
  stop(): Promise<void>;
}

export async function startWorld(now: Instant, founder = FOUNDER): Promise<World> {
  const [engine, provider] = await Promise.all([dynoxide(), startProvider()]);
  const tables = await createTables(engine.client);
  const table = new DynamoLog(engine.client, tables.log);
  const views = new DynamoViews(engine.client, tables.views);
  const log: Log = {
    read: (stream, after) => table.read(stream, after),
    append: async (commit) => {
      const answer = await table.append(commit);
      if (answer === 'appended') await follow(commit);
      return answer;
    },
  };
  const aggregates = new Aggregates(log);
  const items = new ItemCommands(log, new Aggregates(log));
  const projector = new Projector(
    new Aggregates(table),
    views,
    projectionsOver(new Aggregates(table), DISTRICT),
  );
  const ledgers = new Ledgers(log, new Aggregates(log), DISTRICT);
  const keeper = new LedgerKeeper(new Aggregates(log), ledgers);
  const worker = new DueWorker({ log, aggregates: new Aggregates(log), views, district: DISTRICT });
  const opening = new Opening(log, new Aggregates(log), ledgers);
  const hearing = { log, aggregates: new Aggregates(log), district: DISTRICT };
  const reactions: Record<string, (event: BusEvent) => Promise<void>> = {
    ItemSubmitted: (event) => react(items, event, 'on-item-submitted', 'ScreenItem'),
    ItemApproved: (event) => react(items, event, 'on-item-approved', 'TimePassed'),
    FeedbackReceived: (event) => followFeedback(hearing, event),
    FeedbackMerged: (event) => followFeedback(hearing, event),
  };

  async function follow(commit: SealedCommit): Promise<void> {
    for (const event of busEventsOf(openCommit(commit))) {
      await projector.project(event);
      await reactions[event.type]?.(event);
      if (KEPT.has(event.type)) await keeper.take(event);
    }
  }

  const oidc = new OidcProvider(provider.issuer, CLIENT);
  const readings = new Readings({ log, aggregates, views, district: DISTRICT });
  const trusting = new Aggregates(log, { trustMs: TRUST_MS });
  const access = new FileAccess(new Presigner('files', SIGNER));
  const issuers = issuersOf({
    log,
    aggregates: trusting,
    views,
    district: { id: DISTRICT, administrator: founder },
    permits: new Permits(trusting, new Tenancy(trusting, rostersIn(views, DISTRICT)), DISTRICT),
    masterKey: 'test-key-'.repeat(5),
    files: { bucket: 'files', environment: SIGNER },
  });
  const commands = lambdaOf(commandsApp({ provider: oidc, issuers, aggregates: trusting }));
  const queries = lambdaOf(queriesApp({ provider: oidc, readings, access: async () => access }));
  let requests = 0;

  const world: World = {
    provider,
    readings,
    log,
    views,
    ledgers,
    now,
    async openQuarter(at, lost = []) {
      const chunks: OpeningMessage[] = [];
      const queue = { send: async (chunk: OpeningMessage) => void chunks.push(chunk), flush: async () => {} };
      const deps = { log, aggregates: new Aggregates(log), views, queue, district: DISTRICT };
      await planOpening(deps, at);
      for (const { organisations, ...chunk } of chunks)
        await opening.open({ ...chunk, organisations: organisations.filter((id) => !lost.includes(id)) });
    },
    async wake(at) {
      const due = await Promise.all(DUE_SHARDS.map((shard) => Array.fromAsync(views.due(shard, at))));
      for (const { stream } of due.flat()) await worker.wake({ stream, at });
      return due.flat().length;
    },
    async call(method, path, { person, token, body, raw, headers = {}, now: at = world.now } = {}) {
      requests += 1;
      const bearer = token ?? (person && (await provider.token(person, at)));
      const [rawPath = '', rawQueryString = ''] = path.split('?');
      const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const event = {
        version: '2.0',
        routeKey: `${method} /v1/{proxy+}`,
        rawPath,
        rawQueryString,
        headers: {
          ...(text !== undefined && { 'content-type': 'application/json' }),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
          ...headers,
        },
        requestContext: {
          http: { method, path: rawPath },
          requestId: `request-${requests}`,
          timeEpoch: epochOf(at),
          domainName: 'gongkai.test',
          stage: '$default',
        },
        body: text,
        isBase64Encoded: false,
      };
      const handler = ['GET', 'HEAD'].includes(method) ? queries : commands;
      const result = await handler(event as never, {} as Context);
      const answer = answerOf(result as unknown as Parameters<typeof answerOf>[0]);
      if (method === 'GET' && answer.status === 200) expectPromised(path, answer.body);
      return answer;
    },
    async fetch(url, { method = 'GET', headers, body }) {
      const { pathname, search } = new URL(url);
      const { status, text, ...answer } = await world.call(method, `${pathname}${search}`, {
        headers: Object.fromEntries(new Headers(headers)),
        ...(typeof body === 'string' && { raw: body }),
      });
      return new Response(text || null, { status, headers: answer.headers });
    },
    async commits() {
      const { Count = 0 } = await engine.client.send(
        new ScanCommand({ TableName: tables.log, Select: 'COUNT', ConsistentRead: true }),
      );
      return Count;
    },
    async stop() {
      await Promise.all([engine.stop(), provider.stop()]);
    },
  };
  return world;
}

function answerOf(result: { statusCode: number; headers?: Record<string, string>; body?: string }): Answer {
  const { statusCode, headers = {}, body: text = '' } = result;
  const isJson = headers['content-type']?.includes('json') && text !== '';
  return { status: statusCode, headers, text, body: isJson ? JSON.parse(text) : undefined };
}

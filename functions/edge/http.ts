import middy from '@middy/core';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Context, Hono } from 'hono';
import { defaultIsContentTypeBinary, handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { type Instant, instantOf } from '../../domain/kernel/time.ts';
import { logger } from './logger.ts';
import {
  DoorRefusal,
  malformedField,
  PROBLEM_TYPE,
  type Problem,
  problemOf,
  serverFailed,
} from './problem.ts';

/** Largest request body, in bytes: the longest text of an item in Chinese takes half of it. */
export const BODY_LIMIT = 128 * 1024;

export interface HttpEnv {
  readonly Bindings: { readonly requestContext: APIGatewayProxyEventV2['requestContext'] };
  readonly Variables: {
    /** When the gateway took the request. The only clock there is behind it. */
    now: Instant;
    /** Id of the request; stands in the log, in commits, in events and in problem details. */
    correlation: string;
  };
}

interface Route {
  readonly method: string;
  readonly path: string;
}

export interface HttpOptions {
  /** Answers a problem; JSON when absent. The headers are already chosen. */
  readonly present?: (c: Context<HttpEnv>, problem: Problem) => Response | Promise<Response>;
  /** Every route there is under any method, to tell 405 from 404; those of the app itself when absent. */
  readonly routes?: () => Promise<readonly Route[]>;
  readonly secureHeaders?: Parameters<typeof secureHeaders>[0];
}

/** Gives a new Hono app what every door does: time, correlation, limits, security headers and problem details. */
export function httpApp(app: Hono<HttpEnv>, options: HttpOptions = {}): Hono<HttpEnv> {
  app.use(async (c, next) => {
    const { timeEpoch, requestId } = c.env.requestContext;
    c.set('now', instantOf(timeEpoch));
    c.set('correlation', requestId);
    await next();
  });
  app.use(secureHeaders(options.secureHeaders));
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: () => refuseTooLarge() }));
  app.onError((error, c) => answer(c, error, options));
  app.notFound(async (c) => {
    const methods = methodsOf(c.req.path, (await options.routes?.()) ?? app.routes);
    // A route that takes the method has itself found nothing.
    const isOther = methods.length > 0 && !methods.includes(c.req.method);
    return answer(c, isOther ? methodNotAllowed(methods) : notFound(), options);
  });
  return app;
}

/** The Lambda handler of an app behind an HTTP API (payload format 2.0). */
export function lambdaOf(app: Hono<HttpEnv>) {
  const inner = handle(app, { isContentTypeBinary: isBinary });
  return middy<APIGatewayProxyEventV2>()
    .before(({ event }) => {
      logger.setKeys({ correlation: event.requestContext.requestId, route: event.routeKey });
    })
    .handler((event, context) => inner(event as unknown as LambdaEvent, context as unknown as LambdaContext));
}

/** The adapter takes every `text/plain` for UTF-8, and would spoil what LED panels are sent. */
const isBinary = (type: string): boolean => /charset=gb18030/i.test(type) || defaultIsContentTypeBinary(type);

/** The JSON body of a request. @throws DoorRefusal 415; MalformedInput when it is no JSON text in UTF-8 */
export async function readJson(c: Context): Promise<unknown> {
  const [type] = (c.req.header('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') throw notJson();
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await c.req.arrayBuffer()));
  } catch {
    throw malformedField(
      '',
      'json-broken',
      '请求内容不是有效的 JSON。',
      'The body is not valid JSON in UTF-8.',
    );
  }
}

async function answer(c: Context<HttpEnv>, error: Error, { present }: HttpOptions): Promise<Response> {
  const isAnswer = error instanceof Refusal;
  const refusal = isAnswer ? error : serverFailed();
  // Never the request: it may hold personal data. A refusal is an answer, not a failure.
  if (!isAnswer) logger.error('request failed', { error });
  const problem = problemOf(refusal, {
    instance: c.req.path,
    correlation: c.var.correlation,
    conditional: c.req.header('if-match') !== undefined,
  });
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer realm="gongkai"');
  if (refusal instanceof DoorRefusal) {
    for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value);
  }
  c.header('Cache-Control', 'no-store');
  if (present) return present(c, problem);
  return c.body(JSON.stringify(problem), problem.status as 400, { 'Content-Type': PROBLEM_TYPE });
}

function methodsOf(path: string, routes: readonly Route[]): string[] {
  const methods = routes
    .filter((route) => route.method !== 'ALL' && patternOf(route.path).test(path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return [...new Set(methods)].sort();
}

/** Of a path with `:name` or `{name}` for a segment. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/:\w+(\{[^}]*\})?|\{\w+\}/g, '[^/]+')}$`);

const notFound = () =>
  new DoorRefusal(404, 'path-unknown', {
    kind: 'unknown',
    zh: '没有这个地址。',
    en: 'There is nothing at this address.',
  });

const notJson = () =>
  new DoorRefusal(415, 'content-type-unsupported', {
    kind: 'malformed',
    zh: '请求内容须为 JSON（Content-Type: application/json）。',
    en: 'Send JSON, under Content-Type: application/json.',
  });

const methodNotAllowed = (methods: readonly string[]) =>
  new DoorRefusal(
    405,
    'method-not-allowed',
    { kind: 'malformed', zh: '该地址不支持这种请求方法。', en: 'This address does not take that method.' },
    { Allow: methods.join(', ') },
  );

function refuseTooLarge(): never {
  throw new DoorRefusal(413, 'body-too-large', {
    kind: 'malformed',
    zh: '请求内容过大，不得超过 128 KB。',
    en: 'The request body is too large: at most 128 KB.',
  });
}

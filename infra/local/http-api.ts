import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import { httpAnswer, httpEvent, splitTarget } from './http-event.ts';
import type { FindRoute, Found } from './http-routes.ts';
import { BodyTooLarge, type Listening, listen, readBody } from './listen.ts';
import type { Logger } from './log.ts';

export interface HttpApiOptions {
  readonly find: FindRoute;
  readonly apiId: string;
  readonly port: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

const BODY_LIMIT = 10 * 1024 * 1024;
/** Also the longest a function may take here, whatever its own time-out. */
const INTEGRATION_TIMEOUT_MS = 30_000;

const REFUSALS = {
  404: 'Not Found',
  413: 'Request Entity Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

/** Serves an API Gateway HTTP API on loopback. */
export function serveHttpApi(options: HttpApiOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: Error) => {
      options.logger.error(`http api: ${error.message}`);
      response.destroy();
    });
  });
  return listen(server, options.port, 'HTTP');
}

async function answer(
  options: HttpApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomUUID();
  const refuse = (status: keyof typeof REFUSALS) => {
    response.writeHead(status, { 'content-type': 'application/json', 'apigw-requestid': requestId });
    response.end(JSON.stringify({ message: REFUSALS[status] }));
  };
  const { path } = splitTarget(request.url ?? '/');
  const found = options.find(request.method ?? 'GET', path);
  if (found === undefined) return refuse(404);
  let body: Buffer;
  try {
    body = await readBody(request, BODY_LIMIT);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    response.once('finish', () => request.destroy());
    return refuse(413);
  }
  const event = httpEvent(
    {
      method: request.method ?? 'GET',
      target: request.url ?? '/',
      httpVersion: request.httpVersion,
      headers: request.headers,
      sourceIp: request.socket.remoteAddress ?? '',
      body,
    },
    {
      requestId,
      routeKey: found.key,
      pathParameters: found.pathParameters,
      apiId: options.apiId,
      now: options.clock.now(),
    },
  );
  const outcome = await invoke(found, event);
  if (typeof outcome === 'number') return refuse(outcome);
  const { status, headers, body: content } = outcome;
  response.writeHead(status, {
    ...headers,
    'content-length': content.length,
    'apigw-requestid': requestId,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

async function invoke(
  found: Found,
  event: unknown,
): Promise<NonNullable<ReturnType<typeof httpAnswer>> | 500 | 503> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<503>((resolve) => {
    timer = setTimeout(() => resolve(503), INTEGRATION_TIMEOUT_MS);
  });
  const result = found.target.invoke(event).then(
    (value) => httpAnswer(value) ?? 500,
    () => 500 as const,
  );
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

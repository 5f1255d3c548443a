import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Entry } from './bus.ts';
import type { Clock } from './clock.ts';
import { BodyTooLarge, type Listening, listen, readBody } from './listen.ts';
import { linkProblem, type Problem, uploadProblem } from './object-rules.ts';
import type { Template } from './template.ts';

export interface ObjectStoreOptions {
  readonly port: number;
  /** The engine behind it, which keeps the objects and lets anybody do anything. */
  readonly engine: string;
  readonly template: Template;
  readonly clock: Clock;
  /** Takes an event over durably. */
  announce(entry: Entry): unknown;
}

/** More than any upload; S3 itself takes five gigabytes. */
const REQUEST_LIMIT = 64 * 1024 * 1024;

/** What the engine does not do of S3: private buckets, signed uploads and links, and telling EventBridge. */
export function serveObjects(options: ObjectStoreOptions): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing, options).catch((error) => {
      const tooLarge = error instanceof BodyTooLarge;
      deny(
        outgoing,
        tooLarge ? { status: 400, code: 'EntityTooLarge' } : { status: 500, code: 'InternalError' },
      );
    });
  });
  return listen(server, options.port, 'S3');
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ObjectStoreOptions,
): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
  const body = await readBody(incoming, REQUEST_LIMIT);
  const form = await formIn(incoming, body);
  const now = options.clock.now();
  const problem = form ? uploadProblem(form, bucketIn(url), now) : requestProblem(incoming, url, now);
  if (problem) return deny(outgoing, problem);
  const { status, headers, content } = await forward(incoming, url, body, options.engine);
  // A browser that sent a form is sent on.
  if (status < 300 || (form && status === 303))
    announceObject({ url, form, body, method: incoming.method, headers }, options);
  outgoing.writeHead(status, { ...headers, ...overrides(url) }).end(content);
}

const bucketIn = ({ pathname }: URL): string => pathname.split('/')[1] ?? '';

async function formIn(incoming: IncomingMessage, body: Buffer): Promise<FormData | undefined> {
  const type = incoming.headers['content-type'] ?? '';
  if (incoming.method !== 'POST' || !type.startsWith('multipart/form-data')) return undefined;
  return new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
}

/** By a signed link, or by an SDK with credentials, all of which are good here. */
function requestProblem(incoming: IncomingMessage, url: URL, now: number): Problem | undefined {
  if (url.searchParams.has('X-Amz-Signature')) return linkProblem(url, now);
  return incoming.headers.authorization ? undefined : { status: 403, code: 'AccessDenied' };
}

interface Stored {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly content: Buffer;
}

function forward(incoming: IncomingMessage, url: URL, body: Buffer, engine: string): Promise<Stored> {
  // The body is whole here, and the engine must not take the signature for its own.
  const { expect: _, 'transfer-encoding': __, host: ___, ...headers } = incoming.headers;
  const path = url.searchParams.has('X-Amz-Signature') ? url.pathname : (incoming.url ?? '/');
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, engine),
      { method: incoming.method, headers: { ...headers, 'content-length': body.length } },
      (reply) => {
        readBody(reply, REQUEST_LIMIT).then(
          (content) => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, content }),
          reject,
        );
      },
    );
    outgoing.on('error', reject).end(body);
  });
}

/** What a link asks for in the place of what the object says. */
function overrides(url: URL): Record<string, string> {
  return Object.fromEntries(
    ['content-type', 'content-disposition', 'cache-control'].flatMap((name) => {
      const value = url.searchParams.get(`response-${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );
}

interface Written {
  readonly url: URL;
  readonly form: FormData | undefined;
  readonly body: Buffer;
  readonly method: string | undefined;
  readonly headers: Stored['headers'];
}

/** Before whoever wrote it is answered, so that a kill in between leaves them to write it again. */
function announceObject(written: Written, { template, announce }: ObjectStoreOptions): void {
  const { url, form, body, method, headers } = written;
  const key = form ? String(form.get('key')) : decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
  const bucket = template.resources('AWS::S3::Bucket').find(({ name }) => name === bucketIn(url));
  const isTold = bucket?.properties.NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled;
  if (!isTold || key === '' || !(form || method === 'PUT')) return;
  const size = form ? ((form.get('file') as File | null)?.size ?? 0) : body.length;
  const etag = String(headers.etag ?? '').replaceAll('"', '');
  announce({
    Source: 'aws.s3',
    DetailType: 'Object Created',
    Detail: JSON.stringify({
      version: '0',
      bucket: { name: bucket.name },
      object: { key, size, etag },
      reason: form ? 'PostObject' : 'PutObject',
    }),
  });
}

function deny(outgoing: ServerResponse, { status, code }: Problem): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  outgoing.writeHead(status, { 'content-type': 'application/xml' }).end(xml);
}

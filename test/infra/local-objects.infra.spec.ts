import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S3Files } from '../../functions/adapters/files.ts';
import { Presigner, type UploadForm } from '../../functions/adapters/presigned.ts';
import { createBuckets } from '../../infra/local/buckets.ts';
import type { Entry } from '../../infra/local/bus.ts';
import { type Clock, VirtualClock } from '../../infra/local/clock.ts';
import { type Queues, startQueues } from '../../infra/local/fauxqs.ts';
import type { Listening } from '../../infra/local/listen.ts';
import { serveObjects } from '../../infra/local/object-store.ts';
import type { Template } from '../../infra/local/template.ts';

const START = '2026-09-01T01:00:00.000Z';
const NOTIFIED = { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } };
const bucket = { stack: 's', logicalId: 'B', type: 'AWS::S3::Bucket', name: 'files', properties: NOTIFIED };
const template = { resources: () => [bucket] } as unknown as Template;

const PHOTO = new Uint8Array(6 * 1024 * 1024).fill(7);
const key = 'incoming/dongfang/f-1';

let engine: Queues;
let door: Listening;
let clock: Clock & { advanceBy(ms: number): Promise<void> };
let presigner: Presigner;
let files: S3Files;
const told: Entry[] = [];

beforeAll(async () => {
  engine = await startQueues(undefined, 0);
  await createBuckets(template, engine.endpoint);
  clock = new VirtualClock(START);
  door = await serveObjects({
    port: 0,
    engine: engine.endpoint,
    template,
    clock,
    announce: (entry) => told.push(entry),
  });
  const environment = {
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_ENDPOINT_URL_S3: door.url,
  };
  presigner = new Presigner('files', environment);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  files = new S3Files(new S3Client({ endpoint: door.url, region: 'cn-north-1', credentials }), 'files');
});
afterAll(async () => {
  await door?.close();
  await engine?.stop();
});

const now = () => new Date(clock.now()).toISOString();
const upload = (most = PHOTO.length) => presigner.upload({ key, least: 1, most, now: now(), seconds: 900 });
const link = () =>
  presigner.link({ key, media: 'image/jpeg', disposition: 'inline', now: now(), seconds: 300 });

function post({ url, fields }: UploadForm, bytes = PHOTO, changes: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value);
  form.append('file', new Blob([bytes]), 'IMG_0001.JPG');
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}

describe('the store of files', () => {
  it('takes a signed upload as a browser sends it, and tells the bus before it answers', async () => {
    const before = told.length;
    expect((await post(upload())).status).toBe(204);
    expect(told.slice(before)).toMatchObject([{ Source: 'aws.s3', DetailType: 'Object Created' }]);
    expect(JSON.parse(told.at(-1)?.Detail ?? '')).toMatchObject({
      bucket: { name: 'files' },
      object: { key, size: PHOTO.length },
    });
    const stored = (await files.read(key, PHOTO.length)) ?? new Uint8Array();
    const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(sum(stored)).toBe(sum(PHOTO));
  });

  it('sends the browser back to where it was told', async () => {
    const form = presigner.upload({
      key,
      least: 1,
      most: 10,
      redirect: 'http://x.example/done',
      now: now(),
      seconds: 9,
    });
    const before = told.length;
    const response = await post(form, new Uint8Array(5));
    expect(told.length).toBe(before + 1);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('http://x.example/done?'),
    ]);
  });

  it.each([
    ['more than was allowed', () => post(upload(100)), 400],
    ['nothing at all', () => post(upload(), new Uint8Array()), 400],
    ['another key than was signed', () => post(upload(), PHOTO, { key: 'published/dongfang/f-1/x' }), 403],
    ['a field that was not signed', () => post(upload(), PHOTO, { acl: 'public-read' }), 403],
    [
      'a policy of its own',
      () => post(upload(), PHOTO, { policy: btoa('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}') }),
      403,
    ],
    ['no signature', () => fetch(`${door.url}/files/${key}`), 403],
    ['another type than was signed', () => fetch(link().replace('image%2Fjpeg', 'text%2Fhtml')), 403],
    ['another object than was signed', () => fetch(link().replace('incoming', 'sealed')), 403],
  ])('refuses %s', async (_, ask, status) => {
    const before = told.length;
    expect((await ask()).status).toBe(status);
    expect(told.length).toBe(before);
  });

  it('serves a link with the headers that were signed, until it ends', async () => {
    await post(upload());
    const good = link();
    const response = await fetch(good);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(response.headers.get('content-disposition')).toBe('inline');
    const form = upload();
    await clock.advanceBy(301_000);
    expect((await fetch(good)).status).toBe(403);
    expect((await post(form)).status).toBe(204);
    await clock.advanceBy(600_000);
    expect((await post(form)).status).toBe(403);
  });

  it('keeps what our adapter writes, and lets it read no more than it wants', async () => {
    const before = told.length;
    await files.write('published/dongfang/f-1/abc', Buffer.from('公示'), 'text/plain; charset=utf-8');
    expect(told.length).toBe(before + 1);
    expect(Buffer.from((await files.read('published/dongfang/f-1/abc', 6)) ?? []).toString()).toBe('公示');
    expect(await files.read('published/dongfang/f-1/abc', 5)).toBeUndefined();
    await expect(files.read('published/dongfang/f-1/none', 5)).rejects.toThrow();
  });
});

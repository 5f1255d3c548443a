import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { sendWebhook, type Webhook, type WebhookOptions } from '../../../functions/adapters/webhook.ts';
import { DisplayReceiver, type Mishap } from '../../support/display-receiver.ts';

const LOOPBACK = ['127.0.0.1'];
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function receiverThat(...mishaps: readonly Mishap[]): Promise<DisplayReceiver> {
  const receiver = await DisplayReceiver.start();
  closers.push(() => receiver.stop());
  receiver.fail(...mishaps);
  return receiver;
}

/** A server that answers the first bytes that come with the given pieces, and then holds its breath. */
async function rawServer(...pieces: readonly (string | Buffer)[]): Promise<string> {
  const server: Server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      for (const piece of pieces) socket.write(piece);
    });
    closers.push(() => socket.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const post = (url: string, change: Partial<Webhook> = {}, options: Partial<WebhookOptions> = {}) =>
  sendWebhook(
    {
      url,
      headers: { 'content-type': 'application/json' },
      body: '{"标题":1}',
      allowedAddresses: LOOPBACK,
      ...change,
    },
    { opensLoopback: true, timeoutMs: 5_000, ...options },
  );

describe('an address that is allowed', () => {
  test('gets the very bytes, and its status is the answer', async () => {
    const receiver = await receiverThat(202);
    expect(await post(receiver.url)).toEqual({ status: 202 });
    expect(receiver.receptions).toMatchObject([
      { body: '{"标题":1}', headers: { 'content-type': 'application/json', 'content-length': '12' } },
    ]);
  });

  test.each([
    ['120', 120],
    ['Tue, 01 Sep 2026 00:02:00 GMT', 120],
    ['Tue, 01 Sep 2020 00:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
  ])('may say when to come again: %s', async (header, retryAfter) => {
    const receiver = await receiverThat({ status: 503, headers: { 'retry-after': header } });
    const now = () => Date.parse('2026-09-01T00:00:00.000Z');
    const answer = await post(receiver.url, {}, { now });
    expect(answer).toEqual({ status: 503, ...(retryAfter !== undefined && { retryAfter }) });
  });

  test.each([301, 302, 303, 307, 308])('is not followed elsewhere: %i', async (status) => {
    const elsewhere = await receiverThat();
    const receiver = await receiverThat({ status, headers: { location: elsewhere.url } });
    expect(await post(receiver.url)).toEqual({ status });
    expect(elsewhere.receptions).toEqual([]);
  });

  test('that never answers is left after the time-out', async () => {
    const receiver = await receiverThat('hang');
    expect(await post(receiver.url, {}, { timeoutMs: 100 })).toEqual({ failure: 'timeout' });
    expect(receiver.receptions).toHaveLength(1);
  });

  test('that answers and then drips is left after the time-out, and its status counts', async () => {
    const url = await rawServer('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nslow');
    expect(await post(url, {}, { timeoutMs: 200 })).toEqual({ status: 200, excerpt: 'slow' });
  });

  test('that answers at length is cut after a kilobyte', async () => {
    const url = await rawServer(
      'HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n',
      Buffer.alloc(4_000, 'x'),
    );
    expect(await post(url, {}, { timeoutMs: 60_000 })).toEqual({ status: 200 });
  });

  test('that sends headers without end is no answer', async () => {
    const url = await rawServer(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(40_000)}`);
    expect(await post(url)).toEqual({ failure: 'unreachable' });
  });

  test('that speaks no HTTP is no answer', async () => {
    expect(await post(await rawServer('SSH-2.0-OpenSSH_9.2\r\n'))).toEqual({ failure: 'unreachable' });
  });

  test('where nobody listens is unreachable', async () => {
    const receiver = await DisplayReceiver.start();
    const { url } = receiver;
    await receiver.stop();
    expect(await post(url)).toEqual({ failure: 'unreachable' });
  });

  test('whose certificate nobody vouches for is unreachable', async () => {
    const receiver = await receiverThat();
    expect(await post(receiver.url.replace('http:', 'https:'))).toEqual({ failure: 'unreachable' });
  });

  test('whose name does not resolve is unreachable, and one that takes for ever to resolve times out', async () => {
    const fails = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await post('https://screens.example.cn/', {}, { resolveHost: fails })).toEqual({
      failure: 'unreachable',
    });
    const hangs = () => new Promise<never>(() => {});
    const options = { resolveHost: hangs, timeoutMs: 50 };
    expect(await post('https://screens.example.cn/', {}, options)).toEqual({ failure: 'timeout' });
  });

  test('may be reached by name, at the address that the name had when it was checked', async () => {
    const receiver = await receiverThat(200);
    const url = receiver.url.replace('127.0.0.1', 'signage.school.invalid');
    const resolveHost = async () => [{ address: '127.0.0.1', family: 4 as const }];
    expect(await post(url, {}, { resolveHost })).toEqual({ status: 200 });
    expect(receiver.receptions[0]?.headers.host).toContain('signage.school.invalid');
  });
});

import { createHash, randomBytes } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../infra/local/clock.ts';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';
import { finder } from '../../infra/local/http-routes.ts';
import { aws, httpApi, scratchFolder, writeAssembly } from './local-fixture.ts';

const NOW = '2026-10-01T02:00:00.000Z';
const WEB = `export const handler = async (event) => {
  switch (event.rawPath) {
    case '/answer': return { statusCode: 201, headers: { 'X-One': 'a', 'content-type': 'text/html' },
      cookies: ['a=1', 'b=2'], body: Buffer.from('公开').toString('base64'), isBase64Encoded: true };
    case '/plain': return { hello: 'world' };
    case '/throw': throw new Error('secret');
    case '/nonsense': return { statusCode: 'soon' };
    default: return { statusCode: 200, body: JSON.stringify(event) };
  }
};`;

// biome-ignore lint/suspicious/noExplicitAny: answers that the assertions look into.
const json = async (response: Promise<Response>): Promise<any> => (await response).json();

const folder = scratchFolder();
const clock = new VirtualClock(NOW);
let cloud: Cloud;

beforeAll(async () => {
  writeAssembly(folder.path, {
    resources: {
      Work: { Type: 'AWS::SQS::Queue' },
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'bus' } },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventBusName: { Ref: 'Bus' },
          EventPattern: { source: ['gongkai'], 'detail-type': ['ItemReleased'] },
          Targets: [{ Id: 'work', Arn: { 'Fn::GetAtt': ['Work', 'Arn'] } }],
        },
      },
      ...httpApi('Web', '$default', 'POST /v1/{proxy+}'),
    },
    functions: { Web: { code: WEB } },
  });
  cloud = await startCloud({
    template: folder.path,
    state: 'memory',
    clock,
    personas: [
      { sub: 'zhang', name: '张三', description: '书记', organisation: '东方小学' },
      { sub: 'li', name: '李<四>', description: '审核人', organisation: '区教育党工委' },
    ],
  });
});

afterAll(async () => {
  await cloud.stop();
  folder[Symbol.dispose]();
});

describe('the HTTP API', () => {
  const event = (path: string, init: RequestInit = {}) => json(fetch(`${cloud.url}${path}`, init));

  it('gives functions payload format 2.0, at the time of the clock', async () => {
    const given = await event('/v1/items%20x/1?a=1&a=2&b=%20', {
      method: 'POST',
      headers: {
        cookie: 'one=1; two=2',
        'content-type': 'application/json; charset=utf-8',
        'X-Mixed': 'Case',
      },
      body: '{"标题":1}',
    });
    expect(given).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/{proxy+}',
      rawPath: '/v1/items x/1',
      rawQueryString: 'a=1&a=2&b=%20',
      cookies: ['one=1', 'two=2'],
      headers: { 'x-mixed': 'Case' },
      queryStringParameters: { a: '1,2', b: ' ' },
      pathParameters: { proxy: 'items x/1' },
      body: '{"标题":1}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/v1/items x/1', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
        stage: '$default',
        time: '01/Oct/2026:02:00:00 +0000',
        timeEpoch: Date.parse(NOW),
      },
    });
    expect(given.headers).not.toHaveProperty('cookie');
  });

  it('sends everything but text and JSON as base64, forms included', async () => {
    const given = await event('/form', { method: 'POST', body: new URLSearchParams({ a: '公' }) });
    expect(given).toMatchObject({ routeKey: '$default', isBase64Encoded: true });
    expect(Buffer.from(given.body, 'base64').toString()).toBe('a=%E5%85%AC');
  });

  it('leaves out what is not there', async () => {
    const given = await event('/');
    for (const name of ['body', 'cookies', 'queryStringParameters', 'pathParameters']) {
      expect(given).not.toHaveProperty(name);
    }
  });

  it('answers with status, headers, cookies and bytes', async () => {
    const response = await fetch(`${cloud.url}/answer`);
    expect(response.status).toBe(201);
    expect(response.headers.get('x-one')).toBe('a');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await response.text()).toBe('公开');
  });

  it('takes a result without status as JSON', async () => {
    expect(await event('/plain')).toEqual({ hello: 'world' });
  });

  it.each(['/throw', '/nonsense'])('answers %s with 500 and tells nothing', async (path) => {
    const response = await fetch(`${cloud.url}${path}`);
    expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
  });

  it('refuses more than 10 MB', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    const response = await fetch(`${cloud.url}/big`, { method: 'POST', body });
    expect(response.status).toBe(413);
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${cloud.url}/answer`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([201, '']);
  });

  it.each<[string, string, string | undefined]>([
    ['GET', '/v1/items/1', 'GET /v1/{proxy+}'],
    ['POST', '/v1/items/1', 'ANY /v1/{proxy+}'],
    ['GET', '/v1/items', 'GET /v1/items'],
    ['GET', '/v1/people/7', 'GET /v1/people/{id}'],
    ['GET', '/v1/people/7/x', 'GET /v1/{proxy+}'],
    ['GET', '/v1/', '$default'],
    ['GET', '/', '$default'],
  ])('finds the most specific route for %s %s', (method, path, expected) => {
    const keys = ['$default', 'ANY /v1/{proxy+}', 'GET /v1/{proxy+}', 'GET /v1/people/{id}', 'GET /v1/items'];
    expect(finder(keys.map((key) => ({ key })))(method, path)?.key).toBe(expected);
  });
});

describe('the event bus', () => {
  const put = (...Entries: unknown[]) => aws(cloud.endpoints.events, 'AWSEvents.PutEvents', { Entries });
  const entry = { Source: 'gongkai', DetailType: 'ItemReleased', EventBusName: 'bus', Detail: '{"a":1}' };

  it('has stored an event with its targets when it accepts it', async () => {
    const before = cloud.queueLength('Work').ready;
    const answer = await put(entry, { ...entry, DetailType: 'Other' });
    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }, {}] });
    expect(cloud.queueLength('Work').ready).toBe(before + 1);
  });

  it('refuses bad entries one by one and takes the others', async () => {
    const { Source, ...unsourced } = entry;
    const answer = await put({ ...entry, Detail: 'x' }, entry, { ...entry, EventBusName: 'no' }, unsourced);
    expect(answer).toMatchObject({
      FailedEntryCount: 3,
      Entries: [
        { ErrorCode: 'MalformedDetail' },
        { EventId: expect.any(String) },
        { ErrorCode: 'ResourceNotFoundException' },
        { ErrorCode: 'InvalidArgument' },
      ],
    });
    expect(Source).toBe('gongkai');
  });

  it('refuses more than ten entries or 256 KB', async () => {
    await expect(put(...Array(11).fill(entry))).rejects.toThrow(/400/);
    const Detail = JSON.stringify({ text: 'x'.repeat(256 * 1024) });
    await expect(put({ ...entry, Detail })).rejects.toThrow(/400/);
  });
});

describe('the development OpenID provider', () => {
  const verifier = randomBytes(32).toString('base64url');
  const request = () => ({
    client_id: 'gongkai',
    response_type: 'code',
    redirect_uri: `${cloud.url}/callback`,
    scope: 'openid profile',
    state: 's t',
    nonce: 'n',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const authorize = async (persona = 'zhang', changes = {}) => {
    const body = new URLSearchParams({ ...request(), persona, ...changes });
    return fetch(`${cloud.endpoints.oidc}/authorize`, { method: 'POST', body, redirect: 'manual' });
  };
  const code = async () =>
    new URL((await authorize()).headers.get('location') ?? '').searchParams.get('code') ?? '';
  const exchange = (changes: Record<string, string>) =>
    fetch(`${cloud.endpoints.oidc}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'gongkai',
        redirect_uri: `${cloud.url}/callback`,
        code_verifier: verifier,
        ...changes,
      }),
    });

  it('lists personas by organisation on a page without scripts', async () => {
    const page = await fetch(`${cloud.endpoints.oidc}/authorize?${new URLSearchParams(request())}`);
    const html = await page.text();
    expect(html).toMatch(/lang="zh-CN"[\s\S]*<h2>东方小学<\/h2>[\s\S]*张三[\s\S]*书记/);
    expect(html).toContain('李&#60;四&#62;');
    expect(html).not.toMatch(/<script|<四>/);
  });

  it('signs in with code and PKCE, at the time of the clock', async () => {
    const answer = await authorize();
    const location = new URL(answer.headers.get('location') ?? '');
    expect([answer.status, location.searchParams.get('state')]).toEqual([303, 's t']);
    const tokens = await json(exchange({ code: location.searchParams.get('code') ?? '' }));
    const discovery = await json(fetch(`${cloud.endpoints.oidc}/.well-known/openid-configuration`));
    expect(discovery.issuer).toBe(cloud.endpoints.oidc);
    const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
    const options = { issuer: discovery.issuer, audience: 'gongkai', currentDate: new Date(NOW) };
    const { payload } = await jwtVerify(tokens.id_token, keys, options);
    expect(payload).toMatchObject({ sub: 'zhang', name: '张三', nonce: 'n', iat: Date.parse(NOW) / 1000 });
    const userinfo = await fetch(discovery.userinfo_endpoint, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    });
    expect(await userinfo.json()).toEqual({ sub: 'zhang', name: '张三' });
  });

  it('takes a code once, only with its verifier and its address', async () => {
    const used = await code();
    expect((await exchange({ code: used })).status).toBe(200);
    expect((await exchange({ code: used })).status).toBe(400);
    expect((await exchange({ code: await code(), code_verifier: 'other' })).status).toBe(400);
    expect((await exchange({ code: await code(), redirect_uri: `${cloud.url}/other` })).status).toBe(400);
  });

  it.each([
    { redirect_uri: 'https://evil.example/callback' },
    { client_id: 'other' },
    { code_challenge_method: 'plain' },
    { response_type: 'token' },
    { persona: 'nobody' },
  ])('refuses %j', async (changes) => {
    expect((await authorize('zhang', changes)).status).toBe(400);
  });

  it('gives tests a token without the page', async () => {
    const keys = createRemoteJWKSet(new URL(`${cloud.endpoints.oidc}/jwks.json`));
    const { payload } = await jwtVerify(await cloud.tokenFor('li'), keys, { currentDate: new Date(NOW) });
    expect(payload).toMatchObject({ sub: 'li', name: '李<四>', aud: 'gongkai', iss: cloud.endpoints.oidc });
  });

  it('signs out back to where one came from, on this machine only', async () => {
    const back = encodeURIComponent(`${cloud.url}/bye`);
    const logout = `${cloud.endpoints.oidc}/logout?post_logout_redirect_uri=`;
    const answer = await fetch(logout + back, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(`${cloud.url}/bye`);
    expect((await fetch(`${logout}https%3A%2F%2Fevil.example`)).status).toBe(400);
  });
});

describe('every door', () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find((address) => address.family === 'IPv4' && !address.internal)?.address;

  it.skipIf(outside === undefined)('is closed to the network', async () => {
    for (const address of [cloud.url, ...Object.values(cloud.endpoints)]) {
      const url = new URL(address);
      url.hostname = outside as string;
      await expect(fetch(url), address).rejects.toThrow();
    }
  });
});

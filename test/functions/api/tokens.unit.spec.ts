import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays } from '../../../domain/kernel/time.ts';
import { content, PEOPLE, SCHOOL } from '../../support/school.ts';
import { openSchools } from './school.ts';
import { startWorld, type World } from './world.ts';

const NOW = '2026-09-01T00:00:00.000Z';
const items = `/v1/organisations/${SCHOOL}/items`;
let world: World;

beforeAll(async () => {
  world = await startWorld(NOW);
  await openSchools(world);
}, 60_000);
afterAll(() => world?.stop());

const encode = (value: object | string) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** The same claims as a good token, under a header and a signature of the attacker's choice. */
async function resigned(header: object, sign: (signed: string) => string): Promise<string> {
  const [, claims = ''] = (await world.provider.token(PEOPLE.clerk, NOW)).split('.');
  const signed = `${encode(header)}.${claims}`;
  return `${signed}.${sign(signed)}`;
}

async function expectRejected(token: string): Promise<void> {
  const before = await world.commits();
  for (const [method, path, body] of [
    ['POST', items, content()],
    ['GET', `/v1/organisations/${SCHOOL}/board`, undefined],
  ] as const) {
    const answer = await world.call(method, path, { token, ...(body && { body }) });
    expect(answer.status, answer.text).toBe(401);
    expect(answer.body).toMatchObject({ code: 'token-rejected', zh: expect.stringContaining('登录') });
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    expect(answer.text).not.toContain(PEOPLE.clerk);
  }
  expect(await world.commits()).toBe(before);
}

describe('a token', () => {
  it('that is good signs in', async () => {
    const token = await world.provider.token(PEOPLE.clerk, NOW);
    expect((await world.call('POST', items, { token, body: content() })).status).toBe(201);
  });

  it('signed by somebody else is rejected', async () => {
    await expectRejected(await world.provider.forged(PEOPLE.clerk, NOW));
  });

  it('with alg none is rejected', async () => {
    for (const alg of ['none', 'None', 'NONE', '']) {
      await expectRejected(await resigned({ alg, kid: 'test' }, () => ''));
    }
  });

  it('signed with the public key as a shared secret is rejected', async () => {
    const keys = await (await fetch(`${world.provider.issuer}/keys`)).text();
    const sign = (signed: string) => createHmac('sha256', keys).update(signed).digest('base64url');
    await expectRejected(await resigned({ alg: 'HS256', kid: 'test' }, sign));
  });

  it('whose claims were changed is rejected', async () => {
    const [header, , signature] = (await world.provider.token(PEOPLE.teacher, NOW)).split('.');
    const [, claims] = (await world.provider.token(PEOPLE.head, NOW)).split('.');
    await expectRejected(`${header}.${claims}.${signature}`);
  });

  it('for another audience or from another issuer is rejected', async () => {
    await expectRejected(await world.provider.token(PEOPLE.clerk, NOW, { aud: 'another-client' }));
    await expectRejected(await world.provider.token(PEOPLE.clerk, NOW, { iss: 'https://elsewhere.test' }));
  });

  it('that has expired, is not yet valid, or says nothing about it is rejected', async () => {
    await expectRejected(await world.provider.token(PEOPLE.clerk, plusDays(NOW, -1)));
    const epoch = Date.parse(NOW) / 1000;
    await expectRejected(await world.provider.token(PEOPLE.clerk, NOW, { nbf: epoch + 600 }));
    await expectRejected(await world.provider.token(PEOPLE.clerk, NOW, { exp: undefined }));
  });

  it('is judged by the time of the request, not of the machine', async () => {
    const later = plusDays(NOW, 400);
    const token = await world.provider.token(PEOPLE.clerk, later);
    expect((await world.call('GET', '/v1/me', { token, now: later })).status).toBe(200);
  });

  it('without a subject, or with one that is no id, is rejected', async () => {
    await expectRejected(await world.provider.token('', NOW));
    await expectRejected(await world.provider.token('a b', NOW));
    await expectRejected(await world.provider.token('x'.repeat(300), NOW));
  });

  it('that is rubbish, or of another scheme, is rejected', async () => {
    await expectRejected('rubbish');
    await expectRejected('a.b.c');
    const answer = await world.call('GET', '/v1/me', { headers: { authorization: 'Basic YTpi' } });
    expect(answer.status).toBe(401);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OidcProvider } from '../../../functions/edge/token.ts';
import { type Oidc, serveOidc } from '../../../infra/local/oidc.ts';
import { TokenMint } from '../../../infra/local/oidc-tokens.ts';
import { Secrets } from '../../../infra/local/secrets.ts';
import { PEOPLE, sampleDistrict } from '../../browser/support/fixture.ts';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { Site } from './support.ts';

const HERE = 'http://127.0.0.1:8787';
const [CLERK, NAME] = PEOPLE.clerk;

describe('log-in by OpenID Connect', () => {
  let oidc: Oidc;
  let site: Site;
  let district: MemoryDistrict;

  beforeAll(async () => {
    district = await sampleDistrict();
    const clock = { now: () => district.time, virtual: true, advanceTo: () => Promise.resolve() };
    oidc = await serveOidc({
      port: 0,
      clientId: 'gongkai',
      personas: [{ sub: CLERK, name: NAME, description: '办公室成员' }],
      mint: (issuer) =>
        new TokenMint({
          secrets: new Secrets(undefined),
          clock: clock as never,
          issuer,
          audience: 'gongkai',
        }),
    });
    const services = district.services(HERE);
    site = new Site(district, {
      provider: new OidcProvider(oidc.issuer, 'gongkai'),
      settings: { ...services.settings, publicUrl: HERE },
    });
  });
  afterAll(() => oidc?.close());

  const host = { host: '127.0.0.1:8787' };

  /** Leaves for the provider. */
  async function leave(next: string): Promise<{ target: URL; cookie: string }> {
    const answer = await site.ask(`/login?next=${encodeURIComponent(next)}`, { headers: host });
    expect(answer.status).toBe(303);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/);
    return { target: new URL(answer.headers.get('location') ?? ''), cookie: cookie.split(';')[0] ?? '' };
  }

  /** Picks the persona on the provider's page. */
  async function pick(target: URL): Promise<URL> {
    const choice = new URLSearchParams(target.searchParams);
    choice.set('persona', CLERK);
    const answer = await fetch(`${oidc.issuer}/authorize`, {
      method: 'POST',
      body: choice,
      redirect: 'manual',
    });
    return new URL(answer.headers.get('location') ?? '');
  }

  const back = (callback: URL, cookie: string) =>
    site.ask(`${callback.pathname}${callback.search}`, { headers: { ...host, cookie } });

  it('goes out with PKCE, state and nonce, and comes back signed in where it began', async () => {
    const { target, cookie } = await leave('/desk');
    expect(target.origin).toBe(new URL(oidc.issuer).origin);
    expect(target.searchParams.get('code_challenge_method')).toBe('S256');
    expect(target.searchParams.get('redirect_uri')).toBe(`${HERE}/login/callback`);
    const answer = await back(await pick(target), cookie);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/desk');
    const token = answer.headers.getSetCookie().find((each) => each.startsWith('gongkai_token='));
    expect(token).toMatch(/HttpOnly; SameSite=Lax$/);
    const desk = await site.text('/desk', { headers: { ...host, cookie: token?.split(';')[0] ?? '' } });
    expect(desk).toContain(NAME);
    expect(desk).toContain('我的岗位');
  });

  it('marks the cookie Secure where the system is reached by https', async () => {
    const services = district.services('https://gongkai.example.edu.cn');
    const provider = new OidcProvider(oidc.issuer, 'gongkai');
    const answer = await new Site(district, { ...services, provider }).ask('/login');
    expect(answer.headers.get('set-cookie')).toContain('Secure');
  });

  it('never leads to another site, whatever it is asked to', async () => {
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const { target, cookie } = await leave(next);
      expect((await back(await pick(target), cookie)).headers.get('location')).toBe('/');
    }
  });

  it('lets nobody in with a state, a code or an attempt that is not theirs', async () => {
    const mine = await leave('/desk');
    const callback = await pick(mine.target);
    const altered = new URL(callback);
    altered.searchParams.set('state', 'guessed');
    const other = await leave('/desk');
    const stolen = new URL(await pick(other.target));
    stolen.searchParams.set('state', mine.target.searchParams.get('state') ?? '');
    for (const [url, cookie] of [
      [altered, mine.cookie],
      [callback, ''],
      [stolen, mine.cookie],
      [new URL(`${HERE}/login/callback?error=access_denied`), mine.cookie],
    ] as const) {
      const answer = await back(url, cookie);
      expect(answer.status).toBe(401);
      expect(answer.headers.getSetCookie().join()).not.toContain('gongkai_token=ey');
      expect(await answer.text()).toContain('登录凭证无效或已过期');
    }
  });

  it('keeps to one name of the machine, since each name has its own cookies', async () => {
    const answer = await site.ask('/login?next=/desk', { headers: { host: 'localhost:8787' } });
    expect(answer.headers.get('location')).toBe(`${HERE}/login?next=%2Fdesk`);
  });

  it('signs out here, and says how to sign out at the provider as well', async () => {
    const answer = await site.ask('/logout', { form: {}, headers: { ...host, origin: HERE } });
    expect(answer.headers.get('set-cookie')).toMatch(/gongkai_token=;.*Max-Age=0/);
    expect(answer.headers.get('location')).toBe('/logout');
    const page = await site.text('/logout', { headers: host });
    expect(page).toContain('已退出');
    expect(page).toContain(`${oidc.issuer}/logout`);
  });
});

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { logger } from '../../edge/logger.ts';
import { frameOf } from '../frames.ts';
import { SignedOutPage } from '../pages/signed-out.tsx';
import { localPath } from '../preferences.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { cookieOptions, endSession, startSession } from '../session.ts';

/** What has to be remembered between leaving for the provider and coming back. */
const attempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });

const ATTEMPT_COOKIE = 'gongkai_login';
const ATTEMPT_LIFETIME_S = 600;
const TOKEN_TIMEOUT_MS = 10_000;
/** When the provider does not say how long its token lasts; the token itself says so too, and is believed. */
const SESSION_S = 8 * 3600;

const tokens = z.object({ id_token: z.string(), expires_in: z.optional(z.number().check(z.positive())) });

const secret = (): string => randomBytes(32).toString('base64url');

const isLoopback = (host: string): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Log-in by OpenID Connect: authorization code with PKCE. Nobody is ever sent to another site afterwards. */
export function signInRoutes(services: SiteServices): Hono<SiteEnv> {
  const { provider, settings } = services;
  const redirectUri = `${settings.publicUrl}/login/callback`;
  const routes = new Hono<SiteEnv>();

  routes.get('/login', async (c) => {
    const { host, origin } = new URL(settings.publicUrl);
    const next = localPath(c.req.query('next'));
    // `localhost` and `127.0.0.1` are one machine and two cookie jars; the provider comes back to the public one.
    // Other hosts are left alone: behind a proxy the one we are asked under is never the public one.
    if (isLoopback(host) && c.req.header('host') !== host) {
      return c.redirect(`${origin}/login?next=${encodeURIComponent(next)}`, 303);
    }
    const { authorization_endpoint } = await provider.metadata();
    const begun = { state: secret(), nonce: secret(), verifier: secret(), next };
    setCookie(c, ATTEMPT_COOKIE, JSON.stringify(begun), {
      ...cookieOptions(settings.publicUrl),
      path: '/login',
      maxAge: ATTEMPT_LIFETIME_S,
    });
    const target = new URL(authorization_endpoint);
    const query = {
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: createHash('sha256').update(begun.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
    c.header('Cache-Control', 'no-store');
    return c.redirect(target.href, 303);
  });

  routes.get('/login/callback', async (c) => {
    const begun = rememberedAttempt(c);
    deleteCookie(c, ATTEMPT_COOKIE, { path: '/login' });
    const code = c.req.query('code');
    if (!begun || !code || !isSame(begun.state, c.req.query('state') ?? '')) return refuse('token-rejected');
    const { id_token, expires_in } = await exchange(code, begun.verifier);
    await provider.identify(id_token, c.var.now);
    // A token that was made for another attempt may be somebody else's.
    if (decodeJwt(id_token).nonce !== begun.nonce) return refuse('token-rejected');
    startSession(c, id_token, settings.publicUrl, expires_in ?? SESSION_S);
    c.header('Cache-Control', 'no-store');
    return c.redirect(localPath(begun.next), 303);
  });

  routes.post('/logout', (c) => {
    endSession(c, settings.publicUrl);
    return c.redirect('/logout', 303);
  });

  routes.get('/logout', async (c) => {
    const { end_session_endpoint } = await provider.metadata();
    return c.html(<SignedOutPage frame={await frameOf(c, services, '/')} elsewhere={end_session_endpoint} />);
  });

  return routes;

  async function exchange(code: string, verifier: string): Promise<z.infer<typeof tokens>> {
    const { token_endpoint } = await provider.metadata();
    const response = await fetch(token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: settings.clientId,
        code_verifier: verifier,
      }),
      signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
    });
    if (response.ok) return tokens.parse(await response.json());
    logger.warn('the provider did not exchange the code', { status: response.status });
    return refuse('token-rejected');
  }
}

function rememberedAttempt(c: SiteContext): z.infer<typeof attempt> | undefined {
  try {
    return attempt.parse(JSON.parse(getCookie(c, ATTEMPT_COOKIE) ?? ''));
  } catch {
    return undefined;
  }
}

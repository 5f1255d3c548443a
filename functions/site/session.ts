import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Identity, OidcProvider } from '../edge/token.ts';
import type { SiteEnv } from './services.ts';

export type Person = Identity;

const TOKEN_COOKIE = 'gongkai_token';

/** Browsers drop a cookie marked Secure that came over plain http, which is how the system is tried out. */
const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https://');

/** Lax, not Strict: people come to their tasks by links in mails and chats. */
export const cookieOptions = (publicUrl: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(publicUrl) }) as const;

/**
 * Finds out who is signed in. An expired or forged token makes a stranger of its bearer; what strangers may not see
 * asks them to sign in.
 */
export function withSession(provider: Pick<OidcProvider, 'identify'>): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const token = getCookie(c, TOKEN_COOKIE);
    if (token !== undefined) {
      try {
        c.set('person', await provider.identify(token, c.var.now));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        deleteCookie(c, TOKEN_COOKIE, { path: '/' });
      }
    }
    await next();
  };
}

/** @param lifetimeS of the token, in seconds */
export function startSession(c: Context, token: string, publicUrl: string, lifetimeS: number): void {
  setCookie(c, TOKEN_COOKIE, token, { ...cookieOptions(publicUrl), maxAge: lifetimeS });
}

export function endSession(c: Context, publicUrl: string): void {
  deleteCookie(c, TOKEN_COOKIE, { ...cookieOptions(publicUrl) });
}

import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { refuse } from '../../domain/kernel/refusal.ts';
import { epochOf, type Instant } from '../../domain/kernel/time.ts';
import type { Identity } from './token.ts';

/** Asymmetric only: with a shared secret, or without a signature, anybody could write tokens. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Clocks of provider and gateway may differ this much, in seconds. */
const TOLERANCE_S = 5;

const metadata = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.optional(z.url()),
});
export type ProviderMetadata = z.infer<typeof metadata>;

/** OpenID Connect: `sub` is at most 255 ASCII characters. */
const claims = z.object({
  sub: z.string().check(z.regex(/^[!-~]{1,255}$/)),
  name: z.optional(z.string().check(z.maxLength(100))),
});

/** What a provider says about itself, with its keys, which are fetched when a token needs them. */
export interface Discovered {
  readonly metadata: ProviderMetadata;
  readonly keys: JWTVerifyGetKey;
}

/** @throws Error when the provider cannot be reached or is another one */
export async function discover(issuer: string): Promise<Discovered> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`OIDC discovery of ${issuer} answered ${response.status}`);
  const found = metadata.parse(await response.json());
  if (found.issuer !== issuer) throw new Error(`OIDC discovery of ${issuer} names another issuer`);
  return { metadata: found, keys: createRemoteJWKSet(new URL(found.jwks_uri)) };
}

export interface Expected {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly now: Instant;
}

/** @throws Refusal `token-rejected`; Error when the provider's keys cannot be had */
export async function verifyIdToken(
  token: string,
  { keys, issuer, audience, now }: Expected,
): Promise<Identity> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    currentDate: new Date(epochOf(now)),
    clockTolerance: TOLERANCE_S,
    requiredClaims: ['sub', 'exp', 'iat'],
  }).catch((error: unknown) => {
    if (isProviderFault(error)) throw error;
    return refuse('token-rejected');
  });
  const { data } = claims.safeParse(payload);
  return data ? { person: data.sub, name: data.name ?? data.sub } : refuse('token-rejected');
}

/** The token may be good: it is the provider that cannot be asked. */
const isProviderFault = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(error.code);

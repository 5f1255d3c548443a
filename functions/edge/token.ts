import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import { refuse } from '../../domain/kernel/refusal.ts';
import { epochOf, type Instant } from '../../domain/kernel/time.ts';

/** Who signed in, as the provider says. */
export interface Identity {
  /** `sub` of the ID token: the id that rosters name a person by. */
  readonly person: string;
  readonly name: string;
}

/** Asymmetric only: with a shared secret, or without a signature, anybody could write tokens. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Clocks of provider and gateway may differ this much, in seconds. */
const TOLERANCE_S = 5;

const metadata = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.url().optional(),
});
export type ProviderMetadata = z.infer<typeof metadata>;

/** OpenID Connect: `sub` is at most 255 ASCII characters. */
const claims = z.object({ sub: z.string().regex(/^[!-~]{1,255}$/), name: z.string().max(100).optional() });

/** An OpenID Connect provider. Keep one at module scope: it remembers the metadata and the keys. */
export class OidcProvider {
  readonly #issuer: string;
  readonly #clientId: string;
  #discovered: Promise<{ metadata: ProviderMetadata; keys: JWTVerifyGetKey }> | undefined;

  constructor(issuer: string, clientId: string) {
    this.#issuer = issuer;
    this.#clientId = clientId;
  }

  /** Where to send people to sign in. @throws Error when the provider cannot be reached or is another one */
  async metadata(): Promise<ProviderMetadata> {
    return (await this.#discover()).metadata;
  }

  /**
   * Checks signature, issuer, audience and validity of an ID token at the time of the request.
   * @throws Refusal `token-rejected`; Error when the provider's keys cannot be had
   */
  async identify(token: string, now: Instant): Promise<Identity> {
    const { keys } = await this.#discover();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.#issuer,
        audience: this.#clientId,
        algorithms: ALGORITHMS,
        currentDate: new Date(epochOf(now)),
        clockTolerance: TOLERANCE_S,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      const { sub, name } = claims.parse(payload);
      return { person: sub, name: name ?? sub };
    } catch (error) {
      if (isProviderFault(error)) throw error;
      return refuse('token-rejected');
    }
  }

  #discover() {
    this.#discovered ??= discover(this.#issuer).catch((error: unknown) => {
      // The next request tries again instead of repeating this failure for ever.
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }
}

/** The token of an `Authorization` header; undefined without one. @throws Refusal `token-rejected` */
export function bearerToken(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(header) ?? refuse('token-rejected');
  return token;
}

async function discover(issuer: string) {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`OIDC discovery of ${issuer} answered ${response.status}`);
  const found = metadata.parse(await response.json());
  if (found.issuer !== issuer) throw new Error(`OIDC discovery of ${issuer} names another issuer`);
  return { metadata: found, keys: createRemoteJWKSet(new URL(found.jwks_uri)) };
}

/** The token may be good: it is the provider that cannot be asked. */
const isProviderFault = (error: unknown): boolean =>
  !(error instanceof z.ZodError) &&
  (!(error instanceof errors.JOSEError) || ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC'].includes(error.code));

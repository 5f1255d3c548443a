import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { type JWK, jwtVerify, SignJWT } from 'jose';
import type { Clock } from './clock.ts';
import type { Secrets } from './secrets.ts';

export const ALGORITHM = 'RS256';
const KEY_ID = 'local';
/** A working day and a little, in seconds of the cloud's clock. */
const LIFETIME = 12 * 3600;

export interface TokenSubject {
  readonly sub: string;
  readonly name: string;
}

export interface TokenSet {
  readonly id_token: string;
  readonly access_token: string;
  readonly token_type: 'Bearer';
  /** Seconds. */
  readonly expires_in: number;
}

export interface MintOptions {
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly issuer: string;
  readonly audience: string;
}

/** Signs and checks tokens with a key that is made once and kept with the other secrets. */
export class TokenMint {
  private readonly options: MintOptions;
  private readonly key: KeyObject;

  constructor(options: MintOptions) {
    this.options = options;
    this.key = createPrivateKey(options.secrets.keep('oidc-signing-key', newKey));
  }

  /** The public key, for `jwks_uri`. */
  get jwk(): JWK {
    const jwk = createPublicKey(this.key).export({ format: 'jwk' }) as JWK;
    return { ...jwk, kid: KEY_ID, alg: ALGORITHM, use: 'sig' };
  }

  /** @param nonce of the authorization request, if it had one. */
  async issue(subject: TokenSubject, nonce?: string): Promise<TokenSet> {
    const { audience } = this.options;
    return {
      id_token: await this.sign(subject, nonce === undefined ? {} : { nonce }),
      access_token: await this.sign(subject, { client_id: audience, scope: 'openid profile' }),
      token_type: 'Bearer',
      expires_in: LIFETIME,
    };
  }

  /** @throws when the token is not ours or has run out on the cloud's clock. */
  async check(token: string): Promise<TokenSubject> {
    const { clock, issuer, audience } = this.options;
    const { payload } = await jwtVerify(token, createPublicKey(this.key), {
      issuer,
      audience,
      algorithms: [ALGORITHM],
      currentDate: new Date(clock.now()),
    });
    return { sub: String(payload.sub), name: String(payload.name) };
  }

  private sign({ sub, name }: TokenSubject, claims: Record<string, unknown>): Promise<string> {
    const { clock, issuer, audience } = this.options;
    const now = Math.floor(clock.now() / 1000);
    return new SignJWT({ name, auth_time: now, ...claims })
      .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
      .setIssuer(issuer)
      .setSubject(sub)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME)
      .setJti(randomUUID())
      .sign(this.key);
  }
}

const newKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;

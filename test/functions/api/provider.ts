import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { epochOf, type Instant } from '../../../domain/kernel/time.ts';

export const CLIENT = 'gongkai';

/** A small OIDC provider: discovery, one key, and ID tokens as true or as false as a test wants them. */
export interface Provider {
  readonly issuer: string;
  /** A good token of the person, valid for an hour from `now`; `claims` replace its own. */
  token(person: string, now: Instant, claims?: Record<string, unknown>): Promise<string>;
  /** Signed by a key that the provider does not know, under the id of the one it does. */
  forged(person: string, now: Instant): Promise<string>;
  stop(): Promise<void>;
}

export async function startProvider(): Promise<Provider> {
  const ours = await generateKeyPair('ES256', { extractable: true });
  const theirs = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
  let issuer = '';
  const server: Server = createServer((request, response) => {
    const found: Record<string, object> = {
      '/.well-known/openid-configuration': {
        issuer,
        jwks_uri: `${issuer}/keys`,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
      },
      '/keys': { keys: [jwk] },
    };
    const body = found[request.url ?? ''];
    response
      .writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = (
    person: string,
    now: Instant,
    claims: Record<string, unknown>,
    key: typeof ours.privateKey,
  ) => {
    const iat = Math.floor(epochOf(now) / 1000);
    const payload = { iss: issuer, aud: CLIENT, sub: person, iat, exp: iat + 3600, ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'test' }).sign(key);
  };
  return {
    issuer,
    token: (person, now, claims = {}) => sign(person, now, claims, ours.privateKey),
    forged: (person, now) => sign(person, now, {}, theirs.privateKey),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

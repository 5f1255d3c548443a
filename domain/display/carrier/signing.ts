import { createHmac } from 'node:crypto';

/** A message on its way to somebody else's API. */
export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where the key stands that lets us in. */
export type Authentication =
  | { readonly scheme: 'basic'; readonly user: string }
  | { readonly scheme: 'bearer' | 'path' }
  | { readonly scheme: 'header' | 'query'; readonly name: string }
  /** OAuth 2.0: the key buys a token, and the token lets us in. */
  | { readonly scheme: 'client-credentials'; readonly tokenUrl: string; readonly clientId: string };

/** How a message proves that it was not made by somebody who only knows the address. */
export type Signing =
  /** HMAC-SHA256 of the body in a header of its own. */
  | { readonly scheme: 'hmac-header'; readonly name: string; readonly encoding: 'hex' | 'base64' }
  | { readonly scheme: 'dingtalk' | 'feishu' };

/** @param key the token, where the scheme gets one for the key */
export function withKey(request: ApiRequest, authentication: Authentication, key: string): ApiRequest {
  const header = (name: string, value: string) => ({
    ...request,
    headers: { ...request.headers, [name]: value },
  });
  switch (authentication.scheme) {
    case 'basic':
      return header('authorization', `Basic ${base64(`${authentication.user}:${key}`)}`);
    case 'bearer':
    case 'client-credentials':
      return header('authorization', `Bearer ${key}`);
    case 'header':
      return header(authentication.name.toLowerCase(), key);
    case 'query':
      return { ...request, url: withParameters(request.url, { [authentication.name]: key }) };
    case 'path': {
      const url = new URL(request.url);
      url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(key)}`;
      return { ...request, url: url.href };
    }
  }
}

/** @param now milliseconds since 1970, of the machine's own clock: a signature is good for an hour at most */
export function signed(request: ApiRequest, signing: Signing, secret: string, now: number): ApiRequest {
  switch (signing.scheme) {
    case 'hmac-header': {
      const signature = createHmac('sha256', secret).update(request.body).digest(signing.encoding);
      return { ...request, headers: { ...request.headers, [signing.name.toLowerCase()]: signature } };
    }
    case 'dingtalk': {
      const url = withParameters(request.url, {
        timestamp: String(now),
        sign: dingtalkSignature(secret, now),
      });
      return { ...request, url };
    }
    case 'feishu': {
      const timestamp = Math.floor(now / 1000);
      const proof = { timestamp: String(timestamp), sign: feishuSignature(secret, timestamp) };
      return { ...request, body: JSON.stringify({ ...proof, ...JSON.parse(request.body) }) };
    }
  }
}

/** Base64, before it is encoded for an address. @param timestamp milliseconds since 1970 */
export const dingtalkSignature = (secret: string, timestamp: number): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');

/** What others sign is the key here, and nothing is signed. @param timestamp seconds since 1970 */
export const feishuSignature = (secret: string, timestamp: number): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');

function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

import { createHash, createHmac } from 'node:crypto';
import type { Instant } from '../../domain/kernel/time.ts';
import { epochOf, instantOf } from '../../domain/kernel/time.ts';

/** Who signs, and where: what Lambda tells every function, and the SDK's variable for another endpoint. */
export interface SigningEnvironment {
  readonly [name: string]: string | undefined;
}

export interface UploadTerms {
  readonly key: string;
  /** What it must hold, in bytes. */
  readonly least: number;
  readonly most: number;
  /** In hexadecimal, when it is known: S3 then takes nothing else. */
  readonly sha256?: string | undefined;
  /** Where a browser goes when it is done. */
  readonly redirect?: string | undefined;
  readonly now: Instant;
  readonly seconds: number;
}

/** A form that a browser posts to S3: these fields as they are, then the file as `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface LinkTerms {
  readonly key: string;
  /** Type that is served, whatever the object says. */
  readonly media: string;
  /** `Content-Disposition` that is served. */
  readonly disposition: string;
  readonly now: Instant;
  readonly seconds: number;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * Signs uploads and links to one bucket (AWS Signature Version 4: "Browser-based uploads using POST" and
 * "Authenticating requests: using query parameters" of the S3 API reference). By hand, since a door of ours needs
 * nothing else of S3 and the SDK would make it half as big again; and so that the time is that of the request.
 */
export class Presigner {
  readonly #environment: SigningEnvironment;
  readonly #base: URL;
  readonly #bucket: string;

  constructor(bucket: string, environment: SigningEnvironment = process.env) {
    this.#bucket = bucket;
    this.#environment = environment;
    const { AWS_ENDPOINT_URL_S3: endpoint } = environment;
    const suffix = this.#region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    this.#base = new URL(
      endpoint ? `${endpoint}/${bucket}/` : `https://${bucket}.s3.${this.#region}.${suffix}/`,
    );
  }

  /** Where browsers send files to and fetch them from. */
  get origin(): string {
    return this.#base.origin;
  }

  upload({ key, least, most, sha256, redirect, now, seconds }: UploadTerms): UploadForm {
    const { stamp, credential, token } = this.#signer(now);
    const fields: Record<string, string> = {
      key,
      ...(redirect && { success_action_redirect: redirect }),
      ...(sha256 && {
        'x-amz-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
      }),
      'x-amz-algorithm': ALGORITHM,
      'x-amz-credential': credential,
      'x-amz-date': stamp,
      ...(token && { 'x-amz-security-token': token }),
    };
    const policy = Buffer.from(
      JSON.stringify({
        expiration: instantOf(epochOf(now) + seconds * 1000),
        conditions: [
          { bucket: this.#bucket },
          ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
          ['content-length-range', least, most],
        ],
      }),
    ).toString('base64');
    const signature = signatureOf(this.#environment, stamp, policy);
    return { url: this.#base.href, fields: { ...fields, policy, 'x-amz-signature': signature } };
  }

  link({ key, media, disposition, now, seconds }: LinkTerms): string {
    const { stamp, scope, credential, token } = this.#signer(now);
    const url = new URL(key, this.#base);
    const query = canonical({
      'response-cache-control': 'private, max-age=300',
      'response-content-disposition': disposition,
      'response-content-type': media,
      'X-Amz-Algorithm': ALGORITHM,
      'X-Amz-Credential': credential,
      'X-Amz-Date': stamp,
      'X-Amz-Expires': String(seconds),
      ...(token && { 'X-Amz-Security-Token': token }),
      'X-Amz-SignedHeaders': 'host',
    });
    const request = ['GET', url.pathname, query, `host:${url.host}\n`, 'host', 'UNSIGNED-PAYLOAD'].join('\n');
    const text = [ALGORITHM, stamp, scope, sha256Of(request)].join('\n');
    const signature = signatureOf(this.#environment, stamp, text);
    return `${url.href}?${query}&X-Amz-Signature=${signature}`;
  }

  get #region(): string {
    return this.#environment.AWS_REGION ?? '';
  }

  #signer(now: Instant) {
    const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
    const scope = `${stamp.slice(0, 8)}/${this.#region}/s3/aws4_request`;
    const { AWS_ACCESS_KEY_ID: id, AWS_SESSION_TOKEN: token } = this.#environment;
    return { stamp, scope, credential: `${id}/${scope}`, token };
  }
}

/** Of a text under the key of its day, in hexadecimal. @param stamp such as 20260901T010000Z */
export function signatureOf(environment: SigningEnvironment, stamp: string, text: string): string {
  const { AWS_SECRET_ACCESS_KEY: secret, AWS_REGION: region = '' } = environment;
  const steps = [stamp.slice(0, 8), region, 's3', 'aws4_request'];
  const key = steps.reduce<Buffer | string>((before, step) => hmac(before, step), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Encoded and in order, as both sides must write it. */
const canonical = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('&');

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

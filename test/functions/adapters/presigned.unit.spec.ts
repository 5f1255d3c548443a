import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Presigner, signatureOf } from '../../../functions/adapters/presigned.ts';

/** The keys of AWS's own examples, which sign nothing. */
const EXAMPLE = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const CHINA = { ...EXAMPLE, AWS_REGION: 'cn-north-1', AWS_SESSION_TOKEN: 'a token/of+a role=' };
const NOW = '2026-09-01T01:00:00.123Z';

afterEach(() => void vi.useRealTimers());

describe('a signature', () => {
  it('is that of the example of a signed link in the reference of S3', () => {
    const text = [
      'AWS4-HMAC-SHA256',
      '20130524T000000Z',
      '20130524/us-east-1/s3/aws4_request',
      '3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04',
    ].join('\n');
    expect(signatureOf(EXAMPLE, '20130524T000000Z', text)).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it('is the one that the SDK gives to the same policy', async () => {
    vi.useFakeTimers({ now: Date.parse(NOW) });
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = EXAMPLE;
    const client = new S3Client({ region: 'us-east-1', credentials: { accessKeyId, secretAccessKey } });
    const theirs = await createPresignedPost(client, { Bucket: 'files', Key: 'incoming/a/b' });
    expect(signatureOf(EXAMPLE, theirs.fields['X-Amz-Date'] ?? '', theirs.fields.Policy ?? '')).toBe(
      theirs.fields['X-Amz-Signature'],
    );
    const ours = new Presigner('files', EXAMPLE).upload({
      key: 'incoming/a/b',
      least: 1,
      most: 9,
      now: NOW,
      seconds: 60,
    });
    expect(ours.fields['x-amz-date']).toBe(theirs.fields['X-Amz-Date']);
    expect(ours.fields['x-amz-credential']).toBe(theirs.fields['X-Amz-Credential']);
  });
});

describe('an upload', () => {
  const terms = { key: 'incoming/dongfang/f-1', least: 5, most: 5, now: NOW, seconds: 900 };
  const policyOf = ({ fields }: { fields: Readonly<Record<string, string>> }) =>
    JSON.parse(Buffer.from(fields.policy ?? '', 'base64').toString());

  it('says where, how large and until when, and every field of it stands in its policy', () => {
    const upload = new Presigner('files', CHINA).upload({
      ...terms,
      sha256: '00ff'.repeat(16),
      redirect: 'https://gongkai.example.edu.cn/desk',
    });
    expect(upload.url).toBe('https://files.s3.cn-north-1.amazonaws.com.cn/');
    const { expiration, conditions } = policyOf(upload);
    expect(expiration).toBe('2026-09-01T01:15:00.123Z');
    expect(conditions).toContainEqual(['content-length-range', 5, 5]);
    expect(conditions).toContainEqual({ bucket: 'files' });
    const { policy: _, 'x-amz-signature': __, ...rest } = upload.fields;
    for (const [name, value] of Object.entries(rest)) expect(conditions).toContainEqual({ [name]: value });
    expect(rest).toMatchObject({
      key: terms.key,
      success_action_redirect: 'https://gongkai.example.edu.cn/desk',
      'x-amz-checksum-sha256': Buffer.from('00ff'.repeat(16), 'hex').toString('base64'),
      'x-amz-security-token': CHINA.AWS_SESSION_TOKEN,
    });
  });
});

describe('a link', () => {
  const terms = {
    key: 'published/dongfang/f-1/abc',
    media: 'application/pdf',
    disposition: `attachment; filename="file.pdf"; filename*=UTF-8''%E7%AD%BE%E5%88%B0(1)!.pdf`,
    now: NOW,
    seconds: 300,
  };

  it('fixes what is served, and for how long', () => {
    const url = new URL(new Presigner('files', CHINA).link(terms));
    expect(url.origin).toBe('https://files.s3.cn-north-1.amazonaws.com.cn');
    expect(url.pathname).toBe('/published/dongfang/f-1/abc');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      'response-content-type': 'application/pdf',
      'response-content-disposition': terms.disposition,
      'X-Amz-Expires': '300',
      'X-Amz-Date': '20260901T010000Z',
      'X-Amz-Security-Token': CHINA.AWS_SESSION_TOKEN,
    });
  });

  it('is signed over the canonical request that S3 builds from it', () => {
    const url = new URL(new Presigner('files', CHINA).link(terms));
    const strict = (text: string) =>
      [...Buffer.from(text)]
        .map((byte) => {
          const letter = String.fromCharCode(byte);
          return /[A-Za-z0-9\-._~]/.test(letter)
            ? letter
            : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
        })
        .join('');
    const query = [...url.searchParams]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${strict(name)}=${strict(value)}`)
      .sort()
      .join('&');
    const request = `GET\n${url.pathname}\n${query}\nhost:${url.host}\n\nhost\nUNSIGNED-PAYLOAD`;
    const hash = createHash('sha256').update(request).digest('hex');
    const scope = '20260901/cn-north-1/s3/aws4_request';
    const text = `AWS4-HMAC-SHA256\n20260901T010000Z\n${scope}\n${hash}`;
    expect(url.searchParams.get('X-Amz-Signature')).toBe(signatureOf(CHINA, '20260901T010000Z', text));
  });

  it('goes to another endpoint where the SDK would', () => {
    const local = new Presigner('files', { ...CHINA, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:4566' });
    expect(local.origin).toBe('http://127.0.0.1:4566');
    expect(local.link(terms)).toMatch(/^http:\/\/127\.0\.0\.1:4566\/files\/published\//);
    expect(new Presigner('files', EXAMPLE).origin).toBe('https://files.s3.us-east-1.amazonaws.com');
  });
});

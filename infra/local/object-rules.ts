import { Presigner, signatureOf } from '../../functions/adapters/presigned.ts';
import { REGION } from './identity.ts';

/** How S3 refuses. */
export interface Problem {
  readonly status: number;
  readonly code: string;
}

/** What every function signs with here; see `lambda/functions.ts`. */
const SIGNER = {
  AWS_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
};

const DENIED: Problem = { status: 403, code: 'AccessDenied' };

/** A signed link is good for what it was signed for, and until it ends. */
export function linkProblem(url: URL, now: number): Problem | undefined {
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  const [, bucket = '', ...path] = url.pathname.split('/');
  const at = instantOf(asked('X-Amz-Date'));
  const seconds = Number(asked('X-Amz-Expires'));
  if (!at || !(now <= Date.parse(at) + seconds * 1000)) return DENIED;
  const signer = new Presigner(bucket, { ...SIGNER, AWS_ENDPOINT_URL_S3: url.origin });
  const signed = signer.link({
    key: path.join('/'),
    media: asked('response-content-type'),
    disposition: asked('response-content-disposition'),
    now: at,
    seconds,
  });
  return signed === url.href ? undefined : { status: 403, code: 'SignatureDoesNotMatch' };
}

type Condition =
  | Readonly<Record<string, string>>
  | readonly [operator: string, ...operands: (string | number)[]];

/** An upload keeps to every condition of its policy, and every field of it is named there. */
export function uploadProblem(form: FormData, bucket: string, now: number): Problem | undefined {
  const fields = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value]] : [])),
  );
  const { policy = '', 'x-amz-signature': signature, 'x-amz-date': stamp = '' } = fields;
  if (signature !== signatureOf(SIGNER, stamp, policy)) return { status: 403, code: 'SignatureDoesNotMatch' };
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString()) as {
    readonly expiration: string;
    readonly conditions: readonly Condition[];
  };
  if (now > Date.parse(expiration)) return DENIED;
  const file = form.get('file');
  const size = typeof file === 'object' && file !== null ? file.size : 0;
  const named = new Set(['policy', 'x-amz-signature']);
  for (const condition of conditions) {
    if (Array.isArray(condition)) {
      const [operator, least, most] = condition;
      if (operator !== 'content-length-range') return DENIED;
      if (size < Number(least)) return { status: 400, code: 'EntityTooSmall' };
      if (size > Number(most)) return { status: 400, code: 'EntityTooLarge' };
      continue;
    }
    const [[name = '', value] = []] = Object.entries(condition);
    named.add(name.toLowerCase());
    if ((name === 'bucket' ? bucket : fields[name.toLowerCase()]) !== value) return DENIED;
  }
  return Object.keys(fields).every((name) => named.has(name)) ? undefined : DENIED;
}

/** 20260901T010000Z */
function instantOf(stamp: string): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

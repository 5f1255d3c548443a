/**
 * Who the local cloud pretends to be: an account in the Beijing region, so that a literal `arn:aws:` or a missing
 * URL suffix shows up here and not at deployment.
 */
export const REGION = 'cn-north-1';
export const ACCOUNT = '000000000000';
export const PARTITION = 'aws-cn';
export const URL_SUFFIX = 'amazonaws.com.cn';
export const LOOPBACK = '127.0.0.1';

/** `arn('sqs', 'Orders')` → `arn:aws-cn:sqs:cn-north-1:000000000000:Orders`. */
export const arn = (service: string, resource: string): string =>
  `arn:${PARTITION}:${service}:${REGION}:${ACCOUNT}:${resource}`;

export interface Arn {
  readonly service: string;
  readonly resource: string;
}

export function parseArn(text: string): Arn | undefined {
  const parts = text.split(':');
  if (parts.length < 6 || parts[0] !== 'arn') return undefined;
  return { service: parts[2] as string, resource: parts.slice(5).join(':') };
}

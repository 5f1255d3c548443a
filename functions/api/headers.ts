import { randomUUID } from 'node:crypto';
import { malformedField } from '../edge/problem.ts';

export interface IdempotencyKey {
  readonly value: string;
  /** Made here, because the request came without one; so nobody can have used it before. */
  readonly minted: boolean;
}

/** `Idempotency-Key`: 8 to 64 visible ASCII characters. @throws MalformedInput */
export function idempotencyKey(header: string | undefined): IdempotencyKey {
  if (header === undefined) return { value: randomUUID(), minted: true };
  if (/^[!-~]{8,64}$/.test(header)) return { value: header, minted: false };
  throw malformedField(
    'Idempotency-Key',
    'key-malformed',
    'Idempotency-Key 应为 8 至 64 个可见的 ASCII 字符。',
    'An Idempotency-Key is 8 to 64 visible ASCII characters.',
  );
}

/** The version that `If-Match: "<version>"` names; undefined without it. @throws MalformedInput */
export function expectedVersion(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const [, version] = /^"(0|[1-9]\d{0,8})"$/.exec(header.trim()) ?? [];
  if (version !== undefined) return Number(version);
  throw malformedField(
    'If-Match',
    'version-malformed',
    'If-Match 应为双引号括起的版本号，例如 "3"。',
    'If-Match takes one version in double quotes, such as "3".',
  );
}

export const etagOf = (version: number): string => `"${version}"`;

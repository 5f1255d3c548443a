import { createHash } from 'node:crypto';
import type { OrganisationId } from '../../domain/kernel/scope.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 16;

/**
 * Id of what a request creates: 80 bits of a hash of the organisation and the request's Idempotency-Key, in lower-case
 * base32. A repeat therefore reaches the same stream, and finds its own command there.
 */
export function idFor(organisation: OrganisationId, key: string): string {
  const digest = createHash('sha256').update(`${organisation}\n${key}`).digest();
  const bits = BigInt(`0x${digest.toString('hex')}`);
  return Array.from(
    { length: LENGTH },
    (_, place) => ALPHABET[Number((bits >> BigInt(place * 5)) & 31n)],
  ).join('');
}

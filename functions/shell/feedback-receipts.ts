import { createHmac, hkdfSync } from 'node:crypto';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { idFor } from '../api/ids.ts';

/** Crockford's base32: no letter that is taken for a digit, so that a code survives being read out and copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

export interface Receipt {
  /** `7K3M-9XQ2-…`: four groups of four. */
  readonly code: string;
  /** Of the opinion that it is the receipt of. */
  readonly id: string;
}

/**
 * 查询码: with what somebody who is not known follows an opinion of theirs. Sixteen letters and digits are 80 bits, made
 * under the master key from the request that left the opinion, so that a repeated request gets the same one. Nothing of
 * it is stored: the opinion's id is a hash of the code, so the code leads to the opinion and the id never to the code.
 */
export class Receipts {
  readonly #key: Buffer;

  constructor(masterKey: string) {
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, '', 'gongkai opinion receipt 1', 32));
  }

  /** @param request idempotency key of the request that leaves the opinion */
  issue(scope: OrgScope, request: string): Receipt {
    const digest = createHmac('sha256', this.#key).update(`${scope.organisation}\n${request}`).digest();
    const bits = BigInt(`0x${digest.toString('hex')}`);
    const symbols = Array.from(
      { length: LENGTH },
      (_, place) => ALPHABET[Number((bits >> BigInt(place * 5)) & 31n)],
    ).join('');
    return { code: symbols.replace(/(.{4})(?=.)/g, '$1-'), id: idOf(scope, symbols) };
  }

  /** As {@link idOfReceipt}. */
  idFor(scope: OrgScope, typed: string): string | undefined {
    return idOfReceipt(scope, typed);
  }
}

/** What a code belongs to, if there is such a thing; undefined for what cannot be a code. Takes no key. */
export function idOfReceipt(scope: OrgScope, typed: string): string | undefined {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const isCode = symbols.length === LENGTH && [...symbols].every((symbol) => ALPHABET.includes(symbol));
  return isCode ? idOf(scope, symbols) : undefined;
}

const idOf = ({ organisation }: OrgScope, symbols: string): string =>
  idFor(organisation, `receipt ${symbols}`);

import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { epochOf, type Instant } from '../../domain/kernel/time.ts';

/** Bits of a hash that a browser has to find zero: some 16,000 tries, a second or so of an old phone. */
export const WORK_BITS = 14;
/** Long enough to write a long opinion, and to be called away from it. */
const VALID_S = 6 * 3_600;

export interface Challenge {
  /** Stands in the form, and comes back with it. */
  readonly token: string;
  /** 七加十二: for whoever has no script. */
  readonly question: string;
}

/**
 * A little work for each opinion that a stranger leaves, instead of a captcha that watches people. A browser with
 * scripts does it unseen; a reader without them adds up two numbers. The token belongs to one command, and a command is
 * carried out once, so a solution is good for one opinion.
 */
export class Challenges {
  readonly #key: Buffer;

  constructor(masterKey: string) {
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, '', 'gongkai opinion challenge 1', 32));
  }

  /** @param command idempotency key of the form */
  issue(command: string, now: Instant): Challenge {
    const at = Math.floor(epochOf(now) / 1000);
    const [a, b] = this.#numbers(command, at);
    return {
      token: `${at}.${this.#mac(command, at).toString('base64url')}`,
      question: `${chinese(a)}加${chinese(b)}`,
    };
  }

  /** True for the right sum, or for a number that makes the hash of token and number begin with enough zeros. */
  isMet(
    command: string,
    { token, work, sum }: { readonly token: string; readonly work: string; readonly sum: string },
    now: Instant,
  ): boolean {
    const [time = '', mac = ''] = token.split('.');
    const at = Number(time);
    const age = epochOf(now) / 1000 - at;
    if (!/^\d{1,12}$/.test(time) || age < -60 || age > VALID_S) return false;
    const ours = this.#mac(command, at);
    const given = Buffer.from(mac, 'base64url');
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) return false;
    const [a, b] = this.#numbers(command, at);
    return sum === String(a + b) || (work !== '' && work.length <= 20 && zeroBits(`${token}.${work}`));
  }

  #mac(command: string, at: number): Buffer {
    return createHmac('sha256', this.#key).update(`${at}\n${command}`).digest().subarray(0, 16);
  }

  #numbers(command: string, at: number): readonly [number, number] {
    const digest = createHmac('sha256', this.#key).update(`sum\n${at}\n${command}`).digest();
    return [2 + (digest.readUInt8(0) % 18), 2 + (digest.readUInt8(1) % 18)];
  }
}

const zeroBits = (text: string): boolean =>
  createHash('sha256').update(text).digest().readUInt16BE(0) >> (16 - WORK_BITS) === 0;

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 as one says them. */
function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return head + (ones === 0 && tens > 0 ? '' : DIGITS[ones]);
}

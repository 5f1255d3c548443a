import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { ID_PATTERN, type OrganisationId } from '../../domain/kernel/scope.ts';

const KEY_BYTES = 32;

/** An organisation, and how often it has made all tokens of its feeds worthless. */
export interface FeedOwner {
  readonly id: OrganisationId;
  readonly feedEdition: number;
}

/**
 * Tokens with which a calendar programme, which cannot sign in, reads the due days of an organisation for one person:
 * `<person>.<mac>`. None is stored. What it opens is for the caller to check against the seats the person holds now, so
 * a token ends with the last seat, and with the edition of the organisation's feeds.
 */
export class FeedTokens {
  readonly #key: Buffer;

  constructor(masterKey: string) {
    this.#key = Buffer.from(hkdfSync('sha256', masterKey, '', 'gongkai duty feed 1', KEY_BYTES));
  }

  issue(organisation: FeedOwner, person: string): string {
    return `${person}.${this.#mac(organisation, person).toString('base64url')}`;
  }

  /** Whose token it is; undefined when it is none for this organisation. */
  personOf(organisation: FeedOwner, token: string): string | undefined {
    const cut = token.lastIndexOf('.');
    const person = token.slice(0, Math.max(0, cut));
    if (!ID_PATTERN.test(person)) return undefined;
    const given = Buffer.from(token.slice(cut + 1), 'base64url');
    const ours = this.#mac(organisation, person);
    return given.length === ours.length && timingSafeEqual(given, ours) ? person : undefined;
  }

  #mac({ id, feedEdition }: FeedOwner, person: string): Buffer {
    return createHmac('sha256', this.#key).update(`${id}\n${feedEdition}\n${person}`).digest();
  }
}

import { createHash, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type Display, signingKeys } from '../../domain/display/state.ts';
import type { OrganisationId } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';

const TOKEN_BYTES = 24;

/**
 * With what a screen that is not for everybody proves which one it is when it fetches its own page. Derived like the
 * signing secrets, from the same key under another context, so none is stored and rotating the secret of a display
 * rotates its token: the old one ends with the old secret.
 */
export class DisplayTokens {
  readonly #masterKey: string;

  constructor(masterKey: string) {
    this.#masterKey = masterKey;
  }

  /** 32 characters that may stand in an address. For those who look after the display. */
  token(organisation: OrganisationId, id: string, keyVersion: number): string {
    const context = `gongkai display token 1\n${organisation}\n${id}\n${keyVersion}`;
    return Buffer.from(hkdfSync('sha256', this.#masterKey, '', context, TOKEN_BYTES)).toString('base64url');
  }

  /** True when the token is one of the display's at that time. */
  admits(organisation: OrganisationId, id: string, display: Display, token: string, now: Instant): boolean {
    return signingKeys(display, now).some((keyVersion) =>
      same(this.token(organisation, id, keyVersion), token),
    );
  }
}

/** Digests have one length, and comparing them tells nothing of where two tokens differ. */
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

import { hkdfSync } from 'node:crypto';
import { deriveSecret } from '../../domain/display/signature.ts';
import { type Display, signingKeys } from '../../domain/display/state.ts';
import type { OrganisationId } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';

/** As long as the key that a deployment makes; a short one could be guessed from one secret. */
const MIN_KEY_LENGTH = 32;

const CHALLENGE_BYTES = 32;

/** The secrets of all displays, from the one key that the deployment holds. None of them is stored. */
export class DisplaySecrets {
  readonly #masterKey: string;

  /** @throws Error when the key is too short to be one */
  constructor(masterKey: string) {
    if (masterKey.length < MIN_KEY_LENGTH) {
      throw new Error(`DISPLAY_MASTER_KEY must have at least ${MIN_KEY_LENGTH} characters`);
    }
    this.#masterKey = masterKey;
  }

  /** `whsec_…`, to be shown to whoever registers the display or rotates its secret, and to nobody else. */
  secret(organisation: OrganisationId, id: string, keyVersion: number): string {
    return deriveSecret(this.#masterKey, organisation, id, keyVersion);
  }

  /** What the receiver behind an address has to say back: nobody can who does not get our messages there. */
  challenge(organisation: OrganisationId, id: string, number: number, address: string): string {
    const context = `gongkai display challenge 1\n${organisation}\n${id}\n${number}\n${address}`;
    return Buffer.from(hkdfSync('sha256', this.#masterKey, '', context, CHALLENGE_BYTES)).toString(
      'base64url',
    );
  }

  /** Every secret that a message to the display is signed with at that time, the current one first. */
  signing(organisation: OrganisationId, id: string, display: Display, now: Instant): readonly string[] {
    return signingKeys(display, now).map((keyVersion) => this.secret(organisation, id, keyVersion));
  }
}

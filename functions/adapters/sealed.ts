import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { OrganisationId } from '../../domain/kernel/scope.ts';

/** As long as the key that a deployment makes; a short one could be guessed from one secret. */
const MIN_KEY_LENGTH = 32;

/** Raised with the way of sealing, so that what was sealed in an older way can still be told apart. */
const VERSION = 'sealed1';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Whose secret it is. Sealed for one channel it cannot be opened for another. */
export interface SealOwner {
  readonly organisation: OrganisationId;
  readonly channel: string;
}

/** The text was changed, belongs to somebody else or was sealed under another master key. */
export class SealBroken extends Error {
  constructor() {
    super('the sealed secret cannot be opened');
    this.name = 'SealBroken';
  }
}

/**
 * Seals secrets of others (the key of a robot), which cannot be derived as our own are, so that they may stand in the
 * record: AES-256-GCM under a key derived from the master key, `sealed1.` and nonce, ciphertext and tag in base64url.
 */
export class Sealer {
  readonly #masterKey: string;
  #derived: Buffer | undefined;

  /** @throws Error when the key is too short to be one */
  constructor(masterKey: string) {
    if (masterKey.length < MIN_KEY_LENGTH) {
      throw new Error(`the master key must have at least ${MIN_KEY_LENGTH} characters`);
    }
    this.#masterKey = masterKey;
  }

  /** Derived with the first secret: loading the means of it takes a start some milliseconds. */
  get #key(): Buffer {
    this.#derived ??= Buffer.from(
      hkdfSync('sha256', this.#masterKey, '', 'gongkai sealed secret 1', KEY_BYTES),
    );
    return this.#derived;
  }

  /** Sealed twice, the same secret gives two texts. */
  seal(secret: string, owner: SealOwner): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(contextOf(owner));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${sealed.toString('base64url')}`;
  }

  /** @throws SealBroken */
  open(sealed: string, owner: SealOwner): string {
    const [version, encoded = '', ...rest] = sealed.split('.');
    const bytes = Buffer.from(encoded, 'base64url');
    // Decoding overlooks what is not base64url; a text that is not the one that was given out is none of ours.
    const isOurs = version === VERSION && rest.length === 0 && bytes.toString('base64url') === encoded;
    if (!isOurs || bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken();
    const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(contextOf(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString();
    } catch {
      throw new SealBroken();
    }
  }
}

/** Identifiers hold no line break, so no two owners have the same context. */
const contextOf = ({ organisation, channel }: SealOwner): Buffer =>
  Buffer.from(`${VERSION}\n${organisation}\n${channel}`);

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { OrganisationId } from '../../domain/kernel/scope.ts';
import { epochOf, type Instant } from '../../domain/kernel/time.ts';

/** As long as the key that a deployment makes; a short one could be guessed from one secret. */
const MIN_KEY_LENGTH = 32;
const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

/** Seconds by which a signature may be old, or ahead (Standard Webhooks 1.0.0). */
const TOLERANCE_S = 300;
/** More signatures than this are not for somebody who changes a secret. */
const MOST_SIGNATURES = 10;

/** What a message was signed with, and the very text that was sent. */
export interface SignedText {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
}

/** The secrets of all mailboxes, from the one key that the deployment holds. None of them is stored. */
export class MailboxSecrets {
  readonly #masterKey: string;

  /** @throws Error when the key is too short to be one */
  constructor(masterKey: string) {
    if (masterKey.length < MIN_KEY_LENGTH)
      throw new Error(`the master key must have at least ${MIN_KEY_LENGTH} characters`);
    this.#masterKey = masterKey;
  }

  /** `whsec_…`, to be shown to whoever opens the mailbox or rotates its secret, and to nobody else. */
  secret(organisation: OrganisationId, keyVersion: number): string {
    return PREFIX + this.#bytes('secret', `${organisation}\n${keyVersion}`).toString('base64');
  }

  /** Whether the message was signed with one of those keys, lately (Standard Webhooks 1.0.0). */
  isSigned(
    organisation: OrganisationId,
    keyVersions: readonly number[],
    { id, timestamp, signature, body }: SignedText,
    now: Instant,
  ): boolean {
    if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(epochOf(now) / 1_000 - Number(timestamp)) > TOLERANCE_S) return false;
    const given = signature
      .split(' ', MOST_SIGNATURES)
      .flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
    return keyVersions.some((keyVersion) => {
      const key = this.#bytes('secret', `${organisation}\n${keyVersion}`);
      const ours = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
      return given.some((theirs) => theirs.length === ours.length && timingSafeEqual(theirs, ours));
    });
  }

  /**
   * The id of the command that takes a mail in: the same for the same mail. It stands in the record, where nobody is to
   * read from it who wrote.
   */
  commandId(organisation: OrganisationId, sender: string, messageId: string): string {
    const mac = createHmac('sha256', this.#bytes('message', organisation)).update(`${sender}\n${messageId}`);
    return `mail-${mac.digest('base64url').slice(0, 32)}`;
  }

  /** Under which it is counted how often a sender was confirmed on a day; another one every day. */
  senderOn(organisation: OrganisationId, sender: string, day: string): string {
    const mac = createHmac('sha256', this.#bytes(`sender ${day}`, organisation)).update(sender);
    return mac.digest('base64url').slice(0, 22);
  }

  #bytes(use: string, context: string): Buffer {
    const info = `gongkai mailbox ${use} 1\n${context}`;
    return Buffer.from(hkdfSync('sha256', this.#masterKey, '', info, SECRET_BYTES));
  }
}

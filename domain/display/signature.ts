import { createHmac, hkdfSync } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/**
 * The secret of one display, `whsec_` and 32 bytes in base64: HKDF-SHA256 (RFC 5869) of the master key with the display
 * and its key version as the context. So no secret is stored anywhere, and the record can be shown without leaking one.
 */
export function deriveSecret(
  masterKey: string,
  organisation: string,
  display: string,
  keyVersion: number,
): string {
  const context = `gongkai display secret 1\n${organisation}\n${display}\n${keyVersion}`;
  const bytes = hkdfSync('sha256', masterKey, '', context, SECRET_BYTES);
  return PREFIX + Buffer.from(bytes).toString('base64');
}

export interface SignedMessage {
  /** The same for every attempt; receivers recognise repeats by it. Holds no full stop. */
  readonly id: string;
  /** Seconds since 1970 at which this attempt is made. Receivers refuse what is older than five minutes. */
  readonly timestamp: number;
  /** The very text that is sent. */
  readonly body: string;
}

/** Headers of a message after Standard Webhooks 1.0.0, with one `v1` signature for each secret, in their order. */
export function signatureHeaders(
  { id, timestamp, body }: SignedMessage,
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const signed = `${id}.${timestamp}.${body}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => `v1,${hmac(secret, signed)}`).join(' '),
  };
}

const hmac = (secret: string, text: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(text)
    .digest('base64');

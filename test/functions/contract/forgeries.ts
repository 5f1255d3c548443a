import { messageId } from '../../../domain/display/notice.ts';
import { deriveSecret, signatureHeaders } from '../../../domain/display/signature.ts';
import type { Sent } from './receivers.ts';

export const [SECRET, OTHER, NEXT] = [1, 2, 3].map((key) =>
  deriveSecret('k'.repeat(64), 'dongfang', 'gate', key),
) as [string, string, string];
export const now = () => Math.floor(Date.now() / 1000);

/** As we send it. */
export function sent(
  body: string,
  secrets: readonly string[] = [SECRET],
  timestamp = now(),
  id?: string,
): Sent {
  const message = { id: id ?? messageId('gate', body), timestamp, body };
  return { headers: signatureHeaders(message, secrets), body };
}
export const notice = (revision: number, title?: string, id = 'item-1') =>
  JSON.stringify({
    type: title === undefined ? 'notice.withdrawn' : 'notice.released',
    timestamp: '2026-09-01T00:00:00.000Z',
    data: { id, revision, status: title === undefined ? 'withdrawn' : 'on-show', title },
  });

export const GOOD = notice(1, '评优评先公示');
const without = ({ headers, body }: Sent, name: string): Sent => {
  const { [name]: _, ...rest } = headers;
  return { headers: rest, body };
};
const changed = ({ headers, body }: Sent, name: string, change: (value: string) => string): Sent => ({
  headers: { ...headers, [name]: change(headers[name] ?? '') },
  body,
});
const signature = (change: (value: string) => string) => changed(sent(GOOD), 'webhook-signature', change);
const reversed = (entry: string) => `v1,${[...entry.slice(3, -1)].reverse().join('')}=`;

/** What a receiver must take (Standard Webhooks 1.0.0, verifying). */
export const GENUINE: readonly (readonly [string, () => Sent])[] = [
  ['as it is sent', () => sent(GOOD)],
  ['almost five minutes old', () => sent(GOOD, [SECRET], now() - 280)],
  ['from a clock that is almost five minutes ahead', () => sent(GOOD, [SECRET], now() + 280)],
  ['signed with the new secret and the old one', () => sent(GOOD, [NEXT, SECRET])],
  ['signed with the old secret after the new one', () => sent(GOOD, [SECRET, NEXT])],
  [
    'with signatures of other versions beside',
    () => signature((own) => `v1a,${own.slice(3)} ${own} v2,AAAA`),
  ],
];

/** One thing is wrong with each. */
export const FORGED: readonly (readonly [string, () => Sent])[] = [
  ['without an id', () => without(sent(GOOD), 'webhook-id')],
  ['with an empty id', () => changed(sent(GOOD), 'webhook-id', () => '')],
  ['under another id', () => changed(sent(GOOD), 'webhook-id', (id) => `${id}x`)],
  ['without a timestamp', () => without(sent(GOOD), 'webhook-timestamp')],
  ['with a timestamp that is no number', () => changed(sent(GOOD), 'webhook-timestamp', () => 'hello')],
  ['with another timestamp', () => changed(sent(GOOD), 'webhook-timestamp', (at) => String(Number(at) - 1))],
  ['more than five minutes old', () => sent(GOOD, [SECRET], now() - 320)],
  ['from a clock that is more than five minutes ahead', () => sent(GOOD, [SECRET], now() + 320)],
  ['without a signature', () => without(sent(GOOD), 'webhook-signature')],
  ['with an empty signature', () => signature(() => '')],
  ['with a signature of nothing', () => signature(() => 'v1,')],
  ['with a wrong signature', () => signature(reversed)],
  ['with half a signature', () => signature((own) => own.slice(0, 20))],
  ['with a signature without its version', () => signature((own) => own.slice(3))],
  ['with the signature under another version', () => signature((own) => `v2,${own.slice(3)}`)],
  ['with several signatures, all wrong', () => signature((own) => `${reversed(own)} v2,${own.slice(3)}`)],
  ['with letters that base64 does not have', () => signature((own) => `v1,é${own.slice(4)}`)],
  ['signed with another secret', () => sent(GOOD, [OTHER])],
  ['with another body', () => ({ ...sent(GOOD), body: GOOD.replace('评优', '评先') })],
  [
    'with a body that was parsed and printed again',
    () => ({ ...sent(GOOD), body: JSON.stringify(JSON.parse(GOOD), null, 1) }),
  ],
  ['signed with an empty id', () => sent(GOOD, [SECRET], now(), '')],
];

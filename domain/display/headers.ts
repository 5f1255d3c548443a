import type { Headers } from './headers-schema.ts';
import { refuse } from './refusals.ts';

/** Of HTTP itself, of the message, of proxies on the way, and those that hold secrets by their nature. */
const RESERVED = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'cookie',
  'date',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
]);
const RESERVED_PREFIXES = ['webhook-', 'content-', 'proxy-', 'x-forwarded-', 'sec-'];

/** @throws Refusal `header-reserved` */
export function checkHeaders(headers: Headers = {}): void {
  for (const name of Object.keys(headers)) {
    const isReserved = RESERVED.has(name) || RESERVED_PREFIXES.some((prefix) => name.startsWith(prefix));
    if (isReserved) refuse('header-reserved', { name, field: `headers.${name}` });
  }
}

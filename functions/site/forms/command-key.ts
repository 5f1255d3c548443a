import { idempotencyKey } from '../../api/headers.ts';
import { one, type Sent } from './form-data.ts';

/** The key that a form brings along, so that two clicks are one command. @throws MalformedInput */
export const commandKey = (sent: Sent): string => idempotencyKey(one(sent, 'command') || undefined).value;

/** The version of the stream that the person was looking at; undefined when the form does not say. */
export function seenVersion(sent: Sent): number | undefined {
  const text = one(sent, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

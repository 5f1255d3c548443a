import { hasControlCharacters } from '../../domain/control-characters.ts';
import type { Cleaned } from './cleaned.ts';
import { Rejected } from './rejected.ts';

/** What a browser would run or draw if it ever took the text for more than that. */
const MARKUP = /<\s*(?:!doctype|\?xml|html|head|body|script|svg|iframe|object|embed|img|style|link|meta)\b/i;

/** Plain text in UTF-8 or, as older Chinese programs write it, GB 18030. Readers get UTF-8. */
export function cleanText(bytes: Uint8Array): Cleaned {
  const text = decoded(bytes);
  if (text === undefined) throw new Rejected('type-unsupported');
  if (MARKUP.test(text)) throw new Rejected('active-content');
  return { type: 'text', bytes: Buffer.from(text), text, coverage: 'all' };
}

function decoded(bytes: Uint8Array): string | undefined {
  // It takes bytes that are not defined as controls of its own, so it comes last.
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?|\f/g, '\n');
      return hasControlCharacters(text) ? undefined : text;
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}

import type { Fault } from './content-types.ts';

/** Characters that XML 1.0 cannot bear, escaped or not (section 2.2). */
const UNBEARABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Fit for the text of an element and for the value of an attribute in either kind of quotes. Line ends become
 * references too: a parser would turn a bare one into a space in an attribute, and a carriage return into a line feed.
 */
export const escapeXml = (value: string): string =>
  value.replace(UNBEARABLE, '').replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A start or end tag with quoted attributes, text, or what may stand in a template but must hold no variable. */
const PIECE =
  /<!--(?<comment>[\s\S]*?)-->|<\?(?<instruction>[\s\S]*?)\?>|<(?<end>\/?)(?<name>[\p{L}_][\p{L}\p{N}_.:-]*)(?<attributes>(?:\s+[\p{L}_][\p{L}\p{N}_.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/gu;

/**
 * What keeps a template from being XML with variables only in texts and attribute values. CDATA sections and document
 * types are not taken: a value could end the one, and readers should not be given the other.
 */
export function xmlFault(template: string): Fault | undefined {
  const open: string[] = [];
  let elements = 0;
  let at = 0;
  for (const { 0: piece, index, groups = {} } of template.matchAll(PIECE)) {
    if (index !== at) return MALFORMED;
    at = index + piece.length;
    const { comment = '', instruction = '', name, end, empty, text = '', attributes = '' } = groups;
    if (`${comment}${instruction}${name ?? ''}`.includes('{{')) return MISPLACED;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text + attributes)) return MALFORMED;
    if (text.trim() !== '' && open.length === 0) return MALFORMED;
    if (name === undefined) continue;
    if (end) {
      if (open.pop() !== name || attributes || empty) return MALFORMED;
      continue;
    }
    elements += open.length === 0 ? 1 : 0;
    if (!empty) open.push(name);
  }
  return at === template.length && open.length === 0 && elements === 1 ? undefined : MALFORMED;
}

const MALFORMED: Fault = { zh: '不是格式良好的 XML', en: 'not well-formed XML' };
const MISPLACED: Fault = {
  zh: '变量只能写在元素内容或属性值中',
  en: 'a variable stands in the text of an element or the value of an attribute only',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and for attributes. Item texts hold no character that XML 1.0 forbids: see `cleanText`. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');

type Attributes = Readonly<Record<string, string>>;

/** An element with text or with elements in it; what is undefined or empty is left out. */
export function element(
  name: string,
  content: string | readonly (Xml | undefined)[] = [],
  attributes: Attributes = {},
): Xml {
  const inside =
    typeof content === 'string' ? escapeXml(content) : content.map((each) => each?.xml ?? '').join('');
  const marks = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  return { xml: inside === '' ? `<${name}${marks}/>` : `<${name}${marks}>${inside}</${name}>` };
}

/** Markup, so that nobody takes it for text that is still to be escaped. */
export interface Xml {
  readonly xml: string;
}

export const documentOf = ({ xml }: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`;

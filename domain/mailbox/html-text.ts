/** What no reader sees. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
const BREAKS: ReadonlySet<string> = new Set(
  'address article blockquote br center dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
};

/**
 * The words of a mail that has only HTML, without what it quotes. It is no judge of what is safe: what comes out is
 * plain text, and is shown as nothing else. Takes time in proportion to the text, whatever stands in it.
 */
export function htmlText(html: string): string {
  const parts: string[] = [];
  let quoted = 0;
  let at = 0;
  const say = (text: string) => {
    if (quoted === 0) parts.push(text);
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    say(html.slice(at, open < 0 ? undefined : open).replace(/\s+/g, ' '));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open);
      continue;
    }
    const [, slash, tag = ''] = /^<(\/?)([a-z][a-z0-9]{0,20}|!)/i.exec(html.slice(open, open + 24)) ?? [];
    if (tag === '') {
      say('<');
      at = open + 1;
      continue;
    }
    const name = tag.toLowerCase();
    at = after(html, '>', open);
    if (UNSEEN.has(name) && !slash) at = endOf(html, name, at);
    if (BREAKS.has(name)) say('\n');
    if (name === 'blockquote') quoted = Math.max(0, quoted + (slash ? -1 : 1));
  }
  return decoded(parts.join(''));
}

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
};

/** Where the closing tag begins. Text in lower case may have another length, so it is looked for as it is. */
function endOf(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** Once, so that `&amp;lt;` stays what somebody wrote. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });

/** A link in a text, as it was typed. Offsets are those of its address. */
export interface TypedLink {
  readonly href: string;
  readonly start: number;
  readonly end: number;
}

/** `[文字](地址)`, or an address that stands by itself. */
const LINK = /\[[^[\]\n]*\]\(((?:[^()\n]|\([^()\n]*\))*)\)|https?:[/\\][^\s<>()（）[\]|，。；、“”《》]*/dg;

export const linksIn = (text: string): readonly TypedLink[] =>
  [...text.matchAll(LINK)].map((match) => {
    const [start, end] = (match[1] === undefined ? match.indices?.[0] : match.indices?.[1]) ?? [0, 0];
    // A title may follow the address: [文字](地址 "题注").
    const href = text.slice(start, end).replace(/\s+["'].*$/, '');
    return {
      href,
      start: href === '' ? match.index : start,
      end: href === '' ? match.index + match[0].length : end,
    };
  });

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const HERE = 'https://here.invalid';

/** Whether a reader could follow it: an address of this site, of a host with a name, or of a mailbox. */
export function isSound(href: string): boolean {
  if (href === '' || /\s/.test(href) || /^(https?:)?[/\\]{0,1}$/.test(href)) return false;
  if (!URL.canParse(href, HERE)) return false;
  const url = new URL(href, HERE);
  if (url.origin === HERE) return href.startsWith('/');
  if (!URL.canParse(href) || !SCHEMES.has(url.protocol)) return false;
  if (url.protocol === 'mailto:') return /^[^@]+@[^@]+\.[^@]+$/.test(url.pathname);
  return /^https?:\/\//.test(href) && url.hostname.includes('.');
}

/** What of this system an address names. */
export interface ItemAddress {
  readonly organisation: string;
  readonly item: string;
  readonly file?: string | undefined;
}

/** By its path alone, since the system may be reached under several names. */
export function addressOf(href: string): ItemAddress | undefined {
  if (!URL.canParse(href, HERE)) return undefined;
  const parts = /^\/o\/([a-z0-9-]+)\/items\/([a-z0-9-]+)(?:\/files\/([a-z0-9-]+))?\/?$/.exec(
    new URL(href, HERE).pathname,
  );
  const [, organisation, item, file] = parts ?? [];
  return organisation && item ? { organisation, item, file } : undefined;
}

const ALLOWED_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Any address of our own; only tells a relative address from an absolute one. */
const HERE = 'https://here.invalid';

/**
 * The address to put into a link, or undefined when it may not be one. It is read by the same parser as browsers
 * use, so tabs, case and entities cannot dress up a scheme. Allowed: http, https, mailto, and addresses on this site.
 */
export function safeLink(href: string): string | undefined {
  if (!URL.canParse(href, HERE)) return undefined;
  const url = new URL(href, HERE);
  if (url.origin === HERE) return `${url.pathname}${url.search}${url.hash}`;
  // `//host` and `\\host` leave the site without saying so.
  if (!ALLOWED_SCHEMES.has(url.protocol) || !URL.canParse(href)) return undefined;
  return url.href;
}

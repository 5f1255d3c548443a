import { siteApp } from '../../../functions/site/site.tsx';
import type { MemoryDistrict } from '../../browser/support/memory-district.ts';
import { PUBLIC_URL, Site } from '../site/support.ts';

/** A page as somebody got it. */
export interface Page {
  readonly path: string;
  /** The address as the site knows it, e.g. `/o/:org`. */
  readonly route: string;
  readonly status: number;
  readonly html: string;
}

/** Of one kind, for one reader: they differ in what they hold, and hardly in how they are built. */
const PAGES_OF_A_KIND = 2;

/** Every address that can be asked for, as the site knows them. */
export function routesOf(district: MemoryDistrict): readonly string[] {
  const { routes } = siteApp(district.services(PUBLIC_URL));
  return [...new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => path))];
}

/** The pages that a reader comes to by following links, a few of each kind. */
export async function crawl(
  district: MemoryDistrict,
  starts: readonly string[],
  token?: string,
): Promise<readonly Page[]> {
  const site = new Site(district);
  const kinds = routesOf(district).map((route) => ({ route, matches: patternOf(route), seen: 0 }));
  const queue = [...starts];
  const known = new Set(queue);
  const pages: Page[] = [];
  for (const path of queue) {
    const kind = kinds.find(({ matches }) => matches.test(path.replace(/\?.*/, '')));
    if (!kind || kind.seen === PAGES_OF_A_KIND) continue;
    const response = await site.ask(path, token === undefined ? {} : { token });
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    kind.seen += 1;
    const html = await response.text();
    pages.push({ path, route: kind.route, status: response.status, html });
    for (const link of linksIn(html, path)) {
      if (known.has(link)) continue;
      known.add(link);
      queue.push(link);
    }
  }
  return pages;
}

const patternOf = (route: string): RegExp => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`);

/** Addresses within the site, without their fragments. */
function linksIn(html: string, path: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `${PUBLIC_URL}${path}`))
    .filter(({ origin, pathname }) => origin === PUBLIC_URL && !/^\/(login|logout|assets)/.test(pathname))
    .map(({ pathname, search }) => pathname + search);
}

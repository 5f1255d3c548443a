import { categoriesOf, type Feed, type FeedEntry, htmlOf } from './feed.ts';
import { documentOf, element } from './xml.ts';

const NAMESPACES = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
};

/** RSS 2.0 (rssboard.org), with the whole text in `content:encoded`. */
export function rss(feed: Feed): string {
  const { title, organisation, home, self, updated, entries } = feed;
  return documentOf(
    element(
      'rss',
      [
        element('channel', [
          element('title', title),
          element('link', home),
          element('description', `${organisation}党务公开事项`),
          element('language', 'zh-cn'),
          element('lastBuildDate', rfc822(updated)),
          // In minutes. Signage systems that keep a feed for hours go by it.
          element('ttl', '1'),
          element('atom:link', [], { href: self, rel: 'self', type: 'application/rss+xml' }),
          ...entries.map(itemOf),
        ]),
      ],
      NAMESPACES,
    ),
  );
}

const itemOf = (entry: FeedEntry) =>
  element('item', [
    element('title', entry.title),
    element('link', entry.url),
    element('guid', entry.url, { isPermaLink: 'true' }),
    element('pubDate', rfc822(entry.releasedAt)),
    ...categoriesOf(entry).map((name) => element('category', name)),
    element('description', entry.summary),
    element('content:encoded', htmlOf(entry)),
  ]);

/** Sun, 22 Nov 2026 01:30:00 +0000: RFC 822 knows `GMT`, but the older readers only offsets. */
const rfc822 = (instant: string): string => new Date(instant).toUTCString().replace('GMT', '+0000');

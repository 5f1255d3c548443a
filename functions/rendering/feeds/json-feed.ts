import { categoriesOf, type Feed, htmlOf } from './feed.ts';

/** JSON Feed 1.1 (jsonfeed.org). What it has no name for stands under `_gongkai`. */
export function jsonFeed({ title, organisation, home, self, entries }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    language: 'zh-CN',
    authors: [{ name: organisation }],
    items: entries.map((entry) => ({
      id: entry.url,
      url: entry.url,
      title: entry.title,
      content_html: htmlOf(entry),
      summary: entry.summary,
      date_published: entry.releasedAt,
      tags: categoriesOf(entry),
      _gongkai: { version: entry.version, important: entry.important, until: entry.until },
    })),
  });
}

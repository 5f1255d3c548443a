import { categoriesOf, type Feed, type FeedEntry, htmlOf } from './feed.ts';
import { documentOf, element } from './xml.ts';

/** Atom 1.0 (RFC 4287). An entry is `updated` by its release, so a revision shows as one. */
export function atom({ title, organisation, home, self, updated, entries }: Feed): string {
  return documentOf(
    element(
      'feed',
      [
        element('id', self),
        element('title', title),
        element('updated', updated),
        element('author', [element('name', organisation)]),
        element('link', [], { rel: 'self', type: 'application/atom+xml', href: self }),
        element('link', [], { rel: 'alternate', type: 'text/html', href: home }),
        ...entries.map(entryOf),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
    ),
  );
}

const entryOf = (entry: FeedEntry) =>
  element('entry', [
    element('id', entry.url),
    element('title', entry.title),
    element('updated', entry.releasedAt),
    element('link', [], { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...categoriesOf(entry).map((term) => element('category', [], { term })),
    element('summary', entry.summary),
    element('content', htmlOf(entry), { type: 'html' }),
  ]);

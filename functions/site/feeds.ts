import { summaryOf } from '../../domain/display/summary.ts';
import { atom } from '../rendering/feeds/atom.ts';
import { calendar } from '../rendering/feeds/calendar.ts';
import type { Feed, FeedEntry } from '../rendering/feeds/feed.ts';
import { items } from '../rendering/feeds/items.ts';
import { jsonFeed } from '../rendering/feeds/json-feed.ts';
import { rss } from '../rendering/feeds/rss.ts';
import { ticker } from '../rendering/feeds/ticker.ts';
import type { OnShow } from '../shell/reading/on-show.ts';
import { etagOf } from './conditional.ts';
import type { FormatName } from './feed-formats.ts';
import type { Outlet } from './outlets.ts';
import { noticePeriod } from './periods.ts';

export type Charset = 'utf-8' | 'gb18030';

/** Writes a feed in a format. */
export const WRITERS: Readonly<Record<FormatName, (feed: Feed) => string>> = {
  'feed.rss': rss,
  'feed.atom': atom,
  'feed.json': jsonFeed,
  'calendar.ics': calendar,
  'items.json': items,
  'ticker.txt': ticker,
};

/** @param home path of the page that shows the same, under which its feeds lie */
export function feedOf(outlet: Outlet, name: FormatName, home: string, publicUrl: string): Feed {
  const { organisation, organisationAt, display, shown } = outlet;
  const entries = shown.map((each) => entryOf(each, `${publicUrl}/o/${organisation.id}/items/${each.id}`));
  return {
    title: `${organisation.name}党务公开${display ? `（${display.name}）` : ''}`,
    organisation: organisation.name,
    home: `${publicUrl}${home}`,
    self: `${publicUrl}${home}/${name}`,
    updated:
      entries
        .map(({ releasedAt }) => releasedAt)
        .toSorted()
        .at(-1) ?? organisationAt,
    entries,
  };
}

/** Entity tag of the feed in that format. */
export const tagOf = (name: FormatName, feed: Feed, charset: Charset = 'utf-8'): string =>
  etagOf([name, charset, feed]);

function entryOf(shown: OnShow, url: string): FeedEntry {
  const { id, version, title, text, documentType, row, important, releasedAt, showUntil, objection } = shown;
  return {
    id,
    version,
    title,
    text,
    summary: summaryOf(text),
    url,
    kind: documentType.name,
    category: row.class,
    important,
    releasedAt,
    until: showUntil,
    period: noticePeriod({ content: { objection }, until: showUntil }),
    contact: objection,
  };
}

interface Format {
  readonly type: string;
  readonly name: string;
}

/** Of feeds, by the last part of their address. */
export const FORMATS = {
  'feed.rss': { type: 'application/rss+xml', name: 'RSS' },
  'feed.atom': { type: 'application/atom+xml', name: 'Atom' },
  'feed.json': { type: 'application/feed+json', name: 'JSON Feed' },
  'calendar.ics': { type: 'text/calendar', name: '日历（ICS）' },
  'items.json': { type: 'application/json', name: '数据（JSON 数组）' },
  'ticker.txt': { type: 'text/plain', name: '滚动字幕（纯文本）' },
} as const satisfies Readonly<Record<string, Format>>;
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

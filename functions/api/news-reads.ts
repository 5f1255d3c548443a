import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

const NEWS = `${ORGANISATION}/news`;

/** Readings of news, as entries of the table of all readings. */
export const NEWS_READS = {
  newsList: {
    path: NEWS,
    zh: '动态：党建动态和校务（院务、检务、政务）公开，新的在前',
    en: 'News that the reader may see, with the label of its stream, newest first; officials see all of it',
    query: lazily(async () => (await import('./news-query.ts')).newsAsked),
  },
  news: { path: `${NEWS}/{news}`, zh: '一条动态', en: 'One piece of news' },
} as const;

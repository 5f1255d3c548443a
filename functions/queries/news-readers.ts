import type { PageOf } from '../shell/reading/boards.ts';
import type { NewsFilter } from '../shell/reading/news-readings.ts';
import type { Readings } from '../shell/readings.ts';
import type { Readers } from './readers.ts';
import type { Within } from './within.ts';

export const newsReaders = (
  { news }: Pick<Readings, 'news'>,
  within: Within,
): Pick<Readers, 'newsList' | 'news'> => ({
  newsList: within((scope, reader, { query }) => news.page(scope, reader, query as PageOf & NewsFilter)),
  news: within((scope, reader, { parameters }) => news.one(scope, parameters.news ?? '', reader)),
});

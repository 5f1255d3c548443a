import { NEWS_READS } from '../api/news-reads.ts';
import type { PageOf } from '../shell/reading/boards.ts';
import type { NewsFilter } from '../shell/reading/news-readings.ts';
import type { Readings } from '../shell/readings.ts';
import { answered, type Within } from './answered.ts';

export const newsReaders = ({ news }: Pick<Readings, 'news'>, within: Within) =>
  answered(NEWS_READS, {
    newsList: within((scope, reader, { query }) => news.page(scope, reader, query as PageOf & NewsFilter)),
    news: within((scope, reader, { parameters }) => news.one(scope, parameters.news ?? '', reader)),
  });

import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { NewsCard } from '../../../domain/news/card.ts';
import {
  firstShownAt,
  type News,
  type NewsVersion,
  newsHistory,
  newsShown,
  newsStageOf,
  onShowOf,
} from '../../../domain/news/state.ts';
import {
  type NewsLabels,
  type NewsStage,
  type NewsStream,
  newsLabelsOf,
} from '../../../domain/news/vocabulary.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import type { ViewRow } from '../../adapters/views.ts';
import { newsKey } from '../view-keys.ts';
import type { PageOf } from './boards.ts';
import { type Entry, newestFirst, takePage } from './paging.ts';
import type { Sources } from './sources.ts';

/** A piece of news in a list. */
export interface NewsLine extends Pick<NewsCard, 'id' | 'stream' | 'shown'> {
  /** What the stream is called in this organisation. */
  readonly label: string;
  /** Only for those who work here: how the newest version stands. */
  readonly work?: { readonly title: string; readonly stage: NewsStage; readonly writtenAt: Instant };
}

export interface NewsPage {
  readonly news: readonly NewsLine[];
  /** Cursor of the next page; undefined at the end. */
  readonly next?: string;
}

/** What readers have before them. */
export interface NewsShown extends NonNullable<NewsCard['shown']>, Pick<NewsVersion, 'text' | 'correction'> {}

export interface NewsReading extends Pick<NewsLine, 'id' | 'stream' | 'label'> {
  readonly streamVersion: number;
  readonly shown?: NewsShown;
  /** Only for those who work here: whatever it ever said, and who took it down and why. */
  readonly work?: Pick<News, 'versions' | 'down'> & { readonly stage: NewsStage };
}

export interface NewsFilter {
  readonly stream?: NewsStream | undefined;
}

/** 动态 of one organisation, each under the one rule of visibility. */
export class NewsReadings {
  readonly #sources: Pick<Sources, 'aggregates' | 'tenancy' | 'views'>;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** What both streams are called. @throws Refusal `not-found` when there is no such organisation */
  async labels(scope: OrgScope): Promise<NewsLabels> {
    return newsLabelsOf((await this.#sources.tenancy.find(scope)) ?? refuse('not-found'));
  }

  /** Newest first. Those who work there find what waits and what was taken down as well. @throws Refusal `not-found` */
  async page(
    scope: OrgScope,
    reader: Reader,
    { limit, after, stream }: PageOf & NewsFilter,
  ): Promise<NewsPage> {
    const labels = await this.labels(scope);
    // Half of it may be in the other stream; little is for others.
    const rows = newestFirst(this.#sources.views, newsKey(scope.organisation), after, 2 * limit);
    const { lines, ...more } = await takePage(entriesFor(reader, rows, labels, stream), limit);
    return { news: lines, ...more };
  }

  /** @throws Refusal `not-found`, also for what the reader may not know of */
  async one(scope: OrgScope, id: string, reader: Reader): Promise<NewsReading> {
    const [labels, { state, version }] = await Promise.all([
      this.labels(scope),
      this.#sources.aggregates.load(scope.stream('NEWS', id), newsHistory),
    ]);
    const isWorking = mayWork(reader, scope.organisation);
    const shown = state && shownTo(reader, scope, state);
    if (!state || (!shown && !isWorking)) return refuse('not-found');
    const { stream, versions, down } = state;
    return {
      id,
      stream,
      label: labels[stream],
      streamVersion: version,
      ...(shown && { shown }),
      ...(isWorking && { work: { stage: newsStageOf(state), versions, ...(down && { down }) } }),
    };
  }
}

async function* entriesFor(
  reader: Reader,
  rows: AsyncIterable<ViewRow>,
  labels: NewsLabels,
  asked: NewsStream | undefined,
): AsyncGenerator<Entry<NewsLine>> {
  for await (const { board, card: content } of rows) {
    const card = content as NewsCard;
    const isAsked = asked === undefined || card.stream === asked;
    yield { sort: board?.sort ?? '', line: isAsked ? lineFor(reader, card, labels) : undefined };
  }
}

/** Undefined for what the reader may not know of. */
function lineFor(reader: Reader, card: NewsCard, labels: NewsLabels): NewsLine | undefined {
  const { id, organisation, stream, shown, news: title, stage, writtenAt } = card;
  const isWorking = mayWork(reader, organisation);
  const isSeen = isWorking || maySee(reader, newsShown(organisation, shown?.audience));
  if (!isSeen) return undefined;
  return {
    id,
    stream,
    label: labels[stream],
    ...(shown && { shown }),
    ...(isWorking && { work: { title, stage, writtenAt } }),
  };
}

function shownTo(reader: Reader, { organisation }: OrgScope, news: News): NewsShown | undefined {
  const version = onShowOf(news);
  const isSeen = mayWork(reader, organisation) || maySee(reader, newsShown(organisation, version?.audience));
  const since = firstShownAt(news);
  if (!version?.released || !isSeen || since === undefined) return undefined;
  const { number, title, text, audience, correction, released } = version;
  // Whoever has read nothing else needs no telling what was wrong in it.
  const isCorrected = news.versions.some((each) => each.released && each.number < number);
  return {
    version: number,
    title,
    text,
    audience,
    since,
    at: released.at,
    ...(isCorrected && correction !== undefined && { correction }),
  };
}

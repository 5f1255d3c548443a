import type { Wait } from '../item/waits.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Instant } from '../kernel/time.ts';
import { passageOf } from './news.ts';
import { firstShownAt, latestOf, type News, newsStageOf, onShowOf } from './state.ts';
import type { NewsAudience, NewsStage, NewsStream } from './vocabulary.ts';

/** A piece of news in a list: who may see it, and what it waits for. */
export interface NewsCard {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly stream: NewsStream;
  /** Title of the newest version, for those who work on it. */
  readonly news: string;
  readonly stage: NewsStage;
  /** When the first version was written. */
  readonly writtenAt: Instant;
  /** What readers have before them; absent while that is nothing. */
  readonly shown?: {
    readonly version: number;
    readonly title: string;
    readonly audience: NewsAudience;
    /** When it first was on show, in whichever version. */
    readonly since: Instant;
    /** When this version came. */
    readonly at: Instant;
  };
  readonly waits: readonly Wait[];
}

export function newsCardOf(
  news: News,
  { id, organisation }: Pick<NewsCard, 'id' | 'organisation'>,
): NewsCard {
  const shown = onShowOf(news);
  const since = firstShownAt(news);
  return {
    id,
    organisation,
    stream: news.stream,
    news: latestOf(news).title,
    stage: newsStageOf(news),
    writtenAt: news.versions[0]?.written.at ?? '',
    ...(shown?.released &&
      since !== undefined && {
        shown: {
          version: shown.number,
          title: shown.title,
          audience: shown.audience,
          since,
          at: shown.released.at,
        },
      }),
    waits: waitsOf(news),
  };
}

/** The same words for the same work as on items: to check it, to settle what looks like personal data, to mend it. */
function waitsOf(news: News): readonly Wait[] {
  const { written, findings, returned } = latestOf(news);
  switch (newsStageOf(news)) {
    case 'waiting': {
      const since = written.at;
      const isOpen = findings.some(({ settled }) => !settled);
      const settling: readonly Wait[] = isOpen ? [{ kind: 'settle-findings', since }] : [];
      return [...settling, { kind: 'review', since, on: passageOf(news) }];
    }
    case 'returned':
      return [{ kind: 'amend', people: [written.by], since: returned?.at ?? written.at }];
    default:
      return [];
  }
}

import { summaryOf } from '../../domain/display/summary.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { DISCLOSURE, NEWS_STREAMS, type NewsStream } from '../../domain/news/vocabulary.ts';
import { stranger } from '../../domain/visibility.ts';
import { malformedField } from '../edge/problem.ts';
import type { Feed, FeedEntry } from '../rendering/feeds/feed.ts';
import type { SiteServices } from './services.ts';

const STREAMS = ['disclosure', ...NEWS_STREAMS] as const;
type Stream = (typeof STREAMS)[number];

/** As many of each stream as a feed has of disclosure. */
const MOST = 30;

/** @throws MalformedInput */
function streamsIn(asked: string): ReadonlySet<Stream> {
  const names = asked.split(',');
  if (names.every((name): name is Stream => STREAMS.includes(name as Stream))) return new Set(names);
  throw malformedField(
    'streams',
    'streams-unknown',
    `没有这个栏目，可用 ${STREAMS.join('、')}，以逗号隔开。`,
    `There is no such stream; use ${STREAMS.join(', ')}, separated by commas.`,
  );
}

/**
 * A feed of several streams, each entry under the label of its own (JX-03). News comes as everybody may see it, also
 * on the feed of a screen for people of the house.
 *
 * @param disclosure the feed of what is disclosed by the catalogue
 * @param names `disclosure,party,affairs` or some of these
 * @throws MalformedInput for any other name
 */
export async function combinedFeed(
  { readings: { news }, settings: { publicUrl } }: SiteServices,
  organisation: { readonly id: string; readonly name: string },
  disclosure: Feed,
  names: string,
): Promise<Feed> {
  const streams = streamsIn(names);
  const scope = new OrgScope(organisation.id);
  const asked = NEWS_STREAMS.filter((stream) => streams.has(stream));
  const found = await Promise.all(asked.map((stream) => newsOf(stream)));
  const disclosed = streams.has('disclosure') ? disclosure.entries : [];
  const entries = [...disclosed.map((entry) => ({ ...entry, stream: DISCLOSURE })), ...found.flat()]
    .toSorted((a, b) => (a.releasedAt > b.releasedAt ? -1 : 1))
    .slice(0, MOST);
  const labels = await news.labels(scope);
  const titles = STREAMS.filter((stream) => streams.has(stream)).map((stream) =>
    stream === 'disclosure' ? DISCLOSURE : labels[stream],
  );
  return {
    ...disclosure,
    title: `${organisation.name}${titles.join('、')}`,
    self: `${disclosure.self}?streams=${[...streams].join(',')}`,
    updated: entries[0]?.releasedAt ?? disclosure.updated,
    entries,
  };

  async function newsOf(stream: NewsStream): Promise<readonly FeedEntry[]> {
    const everybody = stranger(organisation.id);
    const page = await news.page(scope, everybody, { limit: MOST, stream });
    const read = await Promise.all(page.news.map(({ id }) => news.one(scope, id, everybody)));
    return read.flatMap(({ id, label, shown }) =>
      shown === undefined
        ? []
        : [
            {
              id,
              version: shown.version,
              title: shown.title,
              text: shown.text,
              summary: summaryOf(shown.text),
              url: `${publicUrl}/o/${organisation.id}/news/${id}`,
              stream: label,
              kind: '',
              category: '',
              important: false,
              releasedAt: shown.at,
            },
          ],
    );
  }
}

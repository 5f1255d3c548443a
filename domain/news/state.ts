import type { EventContext, History } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import type { Shown } from '../visibility.ts';
import type { NewsEvent, NewsFinding, NewsText } from './events.ts';
import { withoutFinding } from './screening.ts';
import type { NewsAudience, NewsStage, NewsStream } from './vocabulary.ts';

interface Said {
  readonly by: string;
  readonly at: Instant;
}

/** A finding, and what was done about it. */
export type SettledFinding = NewsFinding & {
  readonly settled?: 'masked' | 'justified';
  readonly why?: string;
};

/** One text with whoever wrote it and whoever checked it. */
export interface NewsVersion extends Omit<NewsText, 'findings'> {
  /** From 1. */
  readonly number: number;
  readonly written: Said;
  readonly findings: readonly SettledFinding[];
  /** Checked for secrets by somebody else, and on show from then on. */
  readonly released?: Said;
  readonly returned?: Said & { readonly reason: string };
}

/** 动态: told at any time, under no row of a catalogue, and meeting no duty. */
export interface News {
  readonly stream: NewsStream;
  /** Oldest first; at least one. */
  readonly versions: readonly NewsVersion[];
  readonly down?: Said & { readonly reason: string };
}
export type NewsState = News | undefined;

export const newsHistory: History<NewsEvent, NewsState> = { initial: undefined, evolve };

export const latestOf = ({ versions }: News): NewsVersion => versions.at(-1) as NewsVersion;

/** What readers have before them: the newest version that was released, until the news is taken down. */
export const onShowOf = ({ versions, down }: News): NewsVersion | undefined =>
  down ? undefined : versions.findLast(({ released }) => released);

/** When it first was on show: lists go by that, so that no correction makes news of what is old. */
export const firstShownAt = ({ versions }: News): Instant | undefined =>
  versions.find(({ released }) => released)?.released?.at;

export function newsStageOf(news: News): NewsStage {
  if (news.down) return 'down';
  const { released, returned } = latestOf(news);
  if (released) return 'shown';
  return returned ? 'returned' : 'waiting';
}

/** For the rule of who sees what; without an audience nothing is on show. */
export const newsShown = (organisation: string, audience: NewsAudience | undefined): Shown => ({
  organisation,
  onShow: audience !== undefined,
  releases: audience === undefined ? [] : [{ audience, online: true }],
});

function evolve(state: NewsState, event: NewsEvent, { at, by: actor }: EventContext): NewsState {
  const said: Said = { by: actor.kind === 'person' ? actor.person : actor.name, at };
  if (event.type === 'NewsWritten') {
    const { stream, ...text } = event.data;
    return { stream, versions: [{ ...text, number: 1, written: said }] };
  }
  if (!state) return state;
  switch (event.type) {
    case 'NewsCorrected': {
      const version = { ...event.data, number: state.versions.length + 1, written: said };
      return { ...state, versions: [...state.versions, version] };
    }
    case 'NewsFindingMasked':
      return onLatest(state, (version) =>
        settled(withoutFinding(version, event.data.finding), event.data.finding, { settled: 'masked' }),
      );
    case 'NewsFindingJustified':
      return onLatest(state, (version) =>
        settled(version, event.data.finding, { settled: 'justified', why: event.data.reason }),
      );
    case 'NewsReleased':
      return onLatest(state, (version) => ({ ...version, released: said }));
    case 'NewsReturned':
      return onLatest(state, (version) => ({ ...version, returned: { ...event.data, ...said } }));
    case 'NewsTakenDown':
      return { ...state, down: { ...event.data, ...said } };
  }
}

const onLatest = (news: News, change: (version: NewsVersion) => NewsVersion): News => ({
  ...news,
  versions: news.versions.with(-1, change(latestOf(news))),
});

const settled = (
  version: NewsVersion,
  id: string,
  how: Pick<SettledFinding, 'settled' | 'why'>,
): NewsVersion => ({
  ...version,
  findings: version.findings.map((finding) => (finding.id === id ? { ...finding, ...how } : finding)),
});

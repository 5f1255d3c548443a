import { maskedWords } from '../../../domain/feedback/card.ts';
import type { Audience } from '../../../domain/kernel/audience.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Day, Instant } from '../../../domain/kernel/time.ts';
import type { TopicCard } from '../../../domain/topic/card.ts';
import {
  type Topic,
  type TopicAnswer,
  topicHistory,
  topicShown,
  topicStageOf,
} from '../../../domain/topic/state.ts';
import type { TopicStage } from '../../../domain/topic/vocabulary.ts';
import { maySee, mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { rowsUnder } from './rows.ts';

/** A topic in the ranking. */
export interface TopicLine {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  readonly raisedAt: Instant;
  readonly dueOn: Day;
  readonly overdue: boolean;
  readonly stage: TopicStage;
  /** People who are signed in, each once, also over topics that were merged into it. */
  readonly support: number;
  /** How many were merged into it. */
  readonly merged: number;
  readonly item?: string;
  readonly answeredAt?: Instant;
  /** Only for those who work here: hidden from everybody else. */
  readonly hidden?: true;
}

export interface TopicReading extends TopicLine {
  readonly streamVersion: number;
  readonly text?: string;
  readonly answer?: Pick<TopicAnswer, 'at'> &
    ({ readonly kind: 'item'; item: string } | { readonly kind: 'refused'; ground: string; reason: string });
  readonly into?: string;
  /** Whoever asks has supported it; absent where nobody can tell. */
  readonly supported?: boolean;
  /** Only for those who work here: whether they have to decide if it is shown, and why it was decided so. */
  readonly work?: { readonly unread: boolean; readonly moderated?: Topic['moderated'] };
}

/** What people want to see disclosed, as far as the reader may know of it. */
export class TopicReadings {
  readonly #aggregates: Aggregates;
  readonly #views: Views;

  constructor({ aggregates, views }: { readonly aggregates: Aggregates; readonly views: Views }) {
    this.#aggregates = aggregates;
    this.#views = views;
  }

  /** 群众关注榜: what waits for an answer first, most supported first; merged ones count with the one that took them. */
  async ranked(scope: OrgScope, reader: Reader): Promise<readonly TopicLine[]> {
    const all = await this.#cards(scope);
    const seen = all.filter((card) => card.into === undefined && mayRead(reader, scope, card));
    const lines = await Promise.all(seen.map((card) => this.#line(scope, reader, card, all)));
    return lines.toSorted(
      (a, b) =>
        Number(b.stage === 'open') - Number(a.stage === 'open') ||
        b.support - a.support ||
        (a.raisedAt < b.raisedAt ? -1 : 1),
    );
  }

  /** One of them in full. @throws Refusal `not-found`, also for what the reader may not know of */
  async one(scope: OrgScope, id: string, reader: Reader, supporter?: string): Promise<TopicReading> {
    const { state, version } = await this.#aggregates.load(scope.stream('TOPIC', id), topicHistory);
    if (!state || !mayRead(reader, scope, state)) return refuse('not-found');
    const all = await this.#cards(scope);
    const { text, answer, into, unread, moderated } = state;
    const supporters = await this.#supporters(scope, id, all);
    const card = { id, ...state, stage: topicStageOf(state), topic: maskedWords(state.title) };
    return {
      ...lineOf(card, reader, scope, supporters.size, followersOf(id, all).length),
      streamVersion: version,
      ...(text !== undefined && { text: maskedWords(text) }),
      ...(answer && { answer: withoutName(answer), answeredAt: answer.at }),
      ...(answer?.kind === 'item' && { item: answer.item }),
      ...(into !== undefined && { into }),
      ...(supporter !== undefined && { supported: supporters.has(supporter) }),
      ...(mayWork(reader, scope.organisation) && { work: { unread, ...(moderated && { moderated }) } }),
    };
  }

  async #line(
    scope: OrgScope,
    reader: Reader,
    card: TopicCard,
    all: readonly TopicCard[],
  ): Promise<TopicLine> {
    const merged = followersOf(card.id, all).length;
    const support = merged === 0 ? card.support : (await this.#supporters(scope, card.id, all)).size;
    return lineOf(card, reader, scope, support, merged);
  }

  /** Everybody who supports it or one that was merged into it, each once. */
  async #supporters(scope: OrgScope, id: string, all: readonly TopicCard[]): Promise<ReadonlySet<string>> {
    const ids = [id, ...followersOf(id, all)];
    const topics = await Promise.all(
      ids.map((each) => this.#aggregates.load(scope.stream('TOPIC', each), topicHistory)),
    );
    return new Set(topics.flatMap(({ state }) => [...(state?.supporters ?? [])]));
  }

  async #cards(scope: OrgScope): Promise<readonly TopicCard[]> {
    const rows = await Array.fromAsync(rowsUnder(this.#views, scope.partition('TOPIC')));
    return rows.map((row) => row.card as TopicCard);
  }
}

const mayRead = (reader: Reader, { organisation }: OrgScope, topic: Pick<Topic, 'audience' | 'shown'>) =>
  mayWork(reader, organisation) || maySee(reader, topicShown(organisation, topic));

/** Those merged into it, and those merged into them. No topic is merged into one that was merged before, so it ends. */
const followersOf = (id: string, all: readonly TopicCard[]): readonly string[] =>
  all.filter(({ into }) => into === id).flatMap((card) => [card.id, ...followersOf(card.id, all)]);

function lineOf(
  card: Omit<TopicCard, 'organisation' | 'support' | 'waits'>,
  reader: Reader,
  { organisation }: OrgScope,
  support: number,
  merged: number,
): TopicLine {
  const { id, topic, audience, raisedAt, dueOn, overdue, stage, item, answeredAt, shown } = card;
  return {
    id,
    title: topic,
    audience,
    raisedAt,
    dueOn,
    overdue,
    stage,
    support,
    merged,
    ...(item !== undefined && { item }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(!shown && mayWork(reader, organisation) && { hidden: true }),
  };
}

const withoutName = ({ by: _, ...answer }: TopicAnswer): NonNullable<TopicReading['answer']> => answer;

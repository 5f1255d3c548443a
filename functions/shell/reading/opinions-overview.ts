import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import { type Kind, sourceOf, type Voice } from '../../../domain/feedback/vocabulary.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { addDays, type Day, dayOf, epochOf, type Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { OrganisationCard } from './organisation-reading.ts';
import { rowsUnder } from './rows.ts';

/** How opinions fare in one organisation. */
export interface OpinionUnit {
  readonly id: string;
  readonly name: string;
  readonly received: number;
  /** Of those, by who speaks, and how many of them came from within (JX-04). */
  readonly speakers: Readonly<Partial<Record<Voice, number>>>;
  readonly inside: number;
  readonly open: number;
  readonly overdue: number;
  /** Unanswered, by the days since it came in. */
  readonly ages: Readonly<Record<Age, number>>;
  /** Unanswered for more than three months. */
  readonly red: number;
  /** Hours from receipt to answer; absent while nothing was answered. */
  readonly medianHours?: number;
  readonly p90Hours?: number;
  readonly rectifying: number;
  readonly rectifyingLate: number;
}

/** What more than one person speaks of, or what somebody wants disclosed. Only for those whose opinions they are. */
export interface Topic {
  readonly id: string;
  readonly excerpt: string;
  readonly kind: Kind;
  readonly voices: number;
  readonly stage: FeedbackCard['stage'];
}

export interface OpinionOverview {
  readonly today: Day;
  readonly units: readonly OpinionUnit[];
  /** Of the organisation itself, most voices first. */
  readonly topics: readonly Topic[];
}

export const AGES = { week: '7日内', month: '8—30日', quarter: '31—90日', longer: '90日以上' } as const;
export type Age = keyof typeof AGES;

const HOUR_MS = 3_600_000;
const MOST_TOPICS = 10;
/** Partitions that are read at the same time. */
const AT_ONCE = 10;

/** @throws Refusal `not-found` for whoever does not work here; nothing that is read depends on them otherwise */
export async function opinionOverview(
  views: Pick<Views, 'list'>,
  scope: OrgScope,
  reader: Reader,
  now: Instant,
  organisations: readonly OrganisationCard[],
): Promise<OpinionOverview> {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  const shown = organisations.filter(
    ({ id, superior }) => id === scope.organisation || superior === scope.organisation,
  );
  const read: (readonly [OrganisationCard, readonly FeedbackCard[]])[] = [];
  for (let at = 0; at < shown.length; at += AT_ONCE) {
    const batch = shown
      .slice(at, at + AT_ONCE)
      .map(async (unit) => [unit, await cardsOf(views, unit)] as const);
    read.push(...(await Promise.all(batch)));
  }
  const own = read.find(([{ id }]) => id === scope.organisation)?.[1] ?? [];
  return {
    today: dayOf(now),
    units: read.map(([{ id, shortName }, cards]) => unitOf({ id, name: shortName }, cards, dayOf(now))),
    topics: topicsOf(own),
  };
}

async function cardsOf(
  views: Pick<Views, 'list'>,
  { id }: OrganisationCard,
): Promise<readonly FeedbackCard[]> {
  const rows = rowsUnder(views as Views, new OrgScope(id).partition('FEEDBACK'));
  return Array.fromAsync(rows, ({ card }) => card as FeedbackCard);
}

export function unitOf(
  unit: { readonly id: string; readonly name: string },
  cards: readonly FeedbackCard[],
  today: Day,
): OpinionUnit {
  // What was merged is handled, and answered, with the other one.
  const heads = cards.filter(({ into }) => into === undefined);
  const waiting = heads.filter(({ answeredAt, stage }) => answeredAt === undefined && stage !== 'closed');
  const hours = heads
    .flatMap(({ answeredAt, receivedAt }) =>
      answeredAt === undefined ? [] : [(epochOf(answeredAt) - epochOf(receivedAt)) / HOUR_MS],
    )
    .toSorted((a, b) => a - b);
  const ages = waiting.map(({ receivedAt }) => ageOf(dayOf(receivedAt), today));
  const count = <T>(all: readonly T[], wanted: T) => all.filter((each) => each === wanted).length;
  const rectifying = heads.flatMap(({ rectifyBy }) => rectifyBy ?? []);
  return {
    ...unit,
    received: cards.length,
    speakers: Object.fromEntries(
      [...Map.groupBy(cards, ({ speaker }) => speaker)].map(([speaker, theirs]) => [speaker, theirs.length]),
    ),
    inside: cards.filter(({ speaker }) => sourceOf(speaker) === 'inside').length,
    open: heads.filter(({ stage }) => stage !== 'closed').length,
    overdue: waiting.filter(({ dueOn }) => dueOn < today).length,
    ages: {
      week: count(ages, 'week'),
      month: count(ages, 'month'),
      quarter: count(ages, 'quarter'),
      longer: count(ages, 'longer'),
    },
    red: count(ages, 'longer'),
    ...quantiles(hours),
    rectifying: rectifying.length,
    rectifyingLate: rectifying.filter((day) => day < today).length,
  };
}

function ageOf(from: Day, today: Day): Age {
  if (from >= addDays(today, -7)) return 'week';
  if (from >= addDays(today, -30)) return 'month';
  return from >= addDays(today, -90) ? 'quarter' : 'longer';
}

/** Of sorted numbers, by the nearest rank. */
function quantiles(sorted: readonly number[]): Pick<OpinionUnit, 'medianHours' | 'p90Hours'> {
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  const [medianHours, p90Hours] = [at(0.5), at(0.9)];
  return medianHours === undefined || p90Hours === undefined ? {} : { medianHours, p90Hours };
}

/** Top of what people speak of: by how many say it (HZ-52); proposals come in with a single voice (JX-10). */
function topicsOf(cards: readonly FeedbackCard[]): readonly Topic[] {
  return cards
    .filter(({ into, stage }) => into === undefined && stage !== 'closed')
    .map(({ id, excerpt, kind = 'opinion', duplicates = 0, stage }) => ({
      id,
      excerpt,
      kind,
      voices: duplicates + 1,
      stage,
    }))
    .filter(({ voices, kind }) => voices > 1 || kind === 'proposal')
    .toSorted((a, b) => b.voices - a.voices || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_TOPICS);
}

import type { EnquiryCard } from '../enquiry/card.ts';
import type { FeedbackCard } from '../feedback/card.ts';
import { CLASSES } from '../feedback/vocabulary.ts';
import { addDays, type Day, dayOf, epochOf, type Instant } from '../kernel/time.ts';

/** What a report counts by: the classes of opinions, those that nobody sorted, and requests for disclosure. */
export const REPORT_CLASSES = { ...CLASSES, unsorted: '未归类', enquiry: '依申请公开' } as const;
export type ReportClass = keyof typeof REPORT_CLASSES;

/** Unanswered since when, in days. */
export const REPORT_AGES = {
  week: '7日内',
  month: '8—30日',
  quarter: '31—90日',
  longer: '90日以上',
} as const;
export type ReportAge = keyof typeof REPORT_AGES;

/** Fewer than this might be told apart from one another: how many they are is not said. */
export const FEWEST = 5;

/** Of one class. Without `count` there were some, but fewer than {@link FEWEST}, and nothing more is said of them. */
export interface ClassFigures {
  readonly count?: number;
  /** Hours from receipt to answer, by the nearest rank; absent also while nothing was answered. */
  readonly medianHours?: number;
  readonly p90Hours?: number;
}

/** A class or an age of which there is nothing is absent. */
export interface ReportFigures {
  readonly from: Day;
  readonly until: Day;
  readonly classes: Readonly<Partial<Record<ReportClass, ClassFigures>>>;
  /** Whatever has not been answered, from earlier times as well; null: fewer than {@link FEWEST}. */
  readonly unanswered: Readonly<Partial<Record<ReportAge, number | null>>>;
}

/** What one opinion or request adds to the figures: no word of it, and nobody. */
interface Entry {
  readonly class: ReportClass;
  readonly receivedAt: Instant;
  readonly answeredAt?: Instant | undefined;
  readonly isOpen: boolean;
}

/** @param span first and last day of receipt */
export function figuresOf(
  opinions: readonly FeedbackCard[],
  enquiries: readonly EnquiryCard[],
  { from, until }: { readonly from: Day; readonly until: Day },
  now: Instant,
): ReportFigures {
  const entries = [...opinions.flatMap(entryOfOpinion), ...enquiries.map(entryOfEnquiry)];
  const within = entries.filter(({ receivedAt }) => dayOf(receivedAt) >= from && dayOf(receivedAt) <= until);
  const waiting = entries.filter(({ answeredAt, isOpen }) => answeredAt === undefined && isOpen);
  const ages = Map.groupBy(waiting, ({ receivedAt }) => ageOf(dayOf(receivedAt), dayOf(now)));
  return {
    from,
    until,
    classes: Object.fromEntries(
      [...Map.groupBy(within, (entry) => entry.class)].map(([name, theirs]) => [name, classFigures(theirs)]),
    ),
    unanswered: Object.fromEntries(
      [...ages].map(([age, { length }]) => [age, length < FEWEST ? null : length]),
    ),
  };
}

/** What was merged is answered with the other one; problems of those below are no voices of readers. */
function entryOfOpinion({ into, kind, class: sorted, receivedAt, answeredAt, stage }: FeedbackCard): Entry[] {
  if (into !== undefined || kind === 'problem') return [];
  return [{ class: sorted ?? 'unsorted', receivedAt, answeredAt, isOpen: stage !== 'closed' }];
}

const entryOfEnquiry = ({ registeredAt, decidedAt, stage }: EnquiryCard): Entry => ({
  class: 'enquiry',
  receivedAt: registeredAt,
  answeredAt: decidedAt,
  isOpen: stage !== 'closed',
});

const HOUR_MS = 3_600_000;

function classFigures(entries: readonly Entry[]): ClassFigures {
  if (entries.length < FEWEST) return {};
  const hours = entries
    .flatMap(({ receivedAt, answeredAt }) =>
      answeredAt === undefined ? [] : [(epochOf(answeredAt) - epochOf(receivedAt)) / HOUR_MS],
    )
    .toSorted((a, b) => a - b);
  if (hours.length < FEWEST) return { count: entries.length };
  const at = (share: number) => Math.round(hours[Math.ceil(share * hours.length) - 1] ?? 0);
  return { count: entries.length, medianHours: at(0.5), p90Hours: at(0.9) };
}

function ageOf(from: Day, today: Day): ReportAge {
  if (from >= addDays(today, -7)) return 'week';
  if (from >= addDays(today, -30)) return 'month';
  return from >= addDays(today, -90) ? 'quarter' : 'longer';
}

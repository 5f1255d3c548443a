import { countBy } from '../kernel/count-by.ts';
import { dayOf, type Instant } from '../kernel/time.ts';
import { FEWEST } from '../report/figures.ts';
import type { CaseCard, FollowUpCard, LineOf, VisitCard } from './card.ts';
import type { Means, Source } from './vocabulary.ts';

/** What supervision did in a year, for anybody to read; a kind of which there was nothing is absent. */
export interface SupervisionCounters {
  readonly year: number;
  /** Visits that took place, by what they were for. */
  readonly visits: Readonly<Partial<Record<Means, number>>>;
  /** What was filed and found, by who supervises (TZ-32). */
  readonly sources: Readonly<Partial<Record<Source, number>>>;
  readonly findings: number;
  /** Difficulties that were solved: there and then, or because somebody followed them up (TZ-33). */
  readonly solved: number;
  readonly suggestions: { readonly filed: number; readonly answered: number };
  readonly rectifications: {
    readonly ordered: number;
    readonly verified: number;
    readonly overdue: number;
  };
  /**
   * Cases that were closed. Absent while the year runs, and where there were fewer than {@link FEWEST} or none: one more
   * or less would tell on somebody.
   */
  readonly casesClosed?: number;
}

interface Cards {
  readonly visits: readonly LineOf<VisitCard>[];
  readonly followUps: readonly LineOf<FollowUpCard>[];
  readonly cases: readonly Pick<CaseCard, 'closedAt'>[];
}

export function supervisionCounters(cards: Cards, year: number, now: Instant): SupervisionCounters {
  const isIn = (day: string | undefined): boolean => day?.startsWith(`${year}-`) ?? false;
  const held = cards.visits.filter(({ heldOn }) => isIn(heldOn));
  const filed = cards.followUps.filter((card) => card.stage !== 'withdrawn' && isIn(dayOf(card.issuedAt)));
  const settled = filed.filter(({ stage }) => stage === 'settled');
  const closed = cards.cases.filter(({ closedAt }) => closedAt !== undefined && isIn(dayOf(closedAt))).length;
  const ofKind = (kind: FollowUpCard['kind'], among = filed) =>
    among.filter((card) => card.kind === kind).length;
  const isOver = !isIn(dayOf(now)) && dayOf(now) > `${year}-12-31`;
  return {
    year,
    visits: countBy(held, ({ means }) => means),
    sources: countBy([...held, ...filed], ({ source }) => source),
    findings: sum(held.map(({ findings }) => findings)),
    solved: sum(held.map(({ solved }) => solved)) + ofKind('rectification', settled),
    suggestions: { filed: ofKind('suggestion'), answered: ofKind('suggestion', settled) },
    rectifications: {
      ordered: ofKind('rectification'),
      verified: ofKind('rectification', settled),
      overdue: filed.filter(
        ({ kind, stage, overdue }) => kind === 'rectification' && stage !== 'settled' && overdue,
      ).length,
    },
    ...(isOver && closed >= FEWEST && { casesClosed: closed }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

import { type PeriodName, periodNamed } from '../../../domain/duty/period.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { draftOf, type Summary, type SummaryFacts } from '../../../domain/summary/draft.ts';
import { summaryDueOn } from '../../../domain/summary/due.ts';
import { sumOfFigures, type YearFigures } from '../../../domain/summary/figures.ts';
import { type Filing, type FilingCard, filingHistory } from '../../../domain/summary/filing-state.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { filingsKey, SPECIAL_SORT, summarySort } from '../view-keys.ts';
import { EvaluationReadings } from './evaluation-readings.ts';
import type { OrganisationName } from './names.ts';
import { organisationCards } from './organisation-cards.ts';
import type { OrganisationCard } from './organisation-reading.ts';
import { rowsUnder } from './rows.ts';
import type { Sources } from './sources.ts';
import { under } from './under.ts';
import { lastDayCounted, type OrganisationYear, organisationYear } from './year-figures.ts';

/** What was filed upward and received from below, of a year. */
export interface FiledReading {
  readonly sent: readonly FilingCard[];
  /** From right below: summaries of the year, and every special report. */
  readonly received: readonly FilingCard[];
  /** Last day for those right below; absent where there is nobody. */
  readonly dueOn?: Day;
  /** Those right below that have not filed their summary of the year. */
  readonly missing: readonly OrganisationName[];
}

export interface FilingReading extends Filing {
  readonly id: string;
  readonly organisation: OrganisationName;
  readonly streamVersion: number;
}

/** The draft of a year's summary, and what it was made of. */
export interface SummaryReading {
  readonly summary: Summary;
  readonly until: Day;
  readonly figures: YearFigures;
  /** Items of the organisation itself that were disclosed in the year. */
  readonly disclosed: OrganisationYear['disclosed'];
  /** Of a superior: every organisation in the figures, the own one first. */
  readonly units: readonly (OrganisationName & { readonly figures: YearFigures })[];
}

/** Nobody has more units right below. */
const MOST_FILED = 1_000;
/** Units that are counted at the same time. */
const AT_ONCE = 8;

/** 年度总结 and 报送: for those who work in an organisation (DF-35, HZ-36). */
export class SummaryReadings {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** @throws Refusal `not-found` for who does not work there */
  async filed(scope: OrgScope, reader: Reader, year: string): Promise<FiledReading> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { views, tenancy, district } = this.#sources;
    const [{ organisation }, sent, summaries, special, cards] = await Promise.all([
      tenancy.tenants(scope),
      Array.fromAsync(rowsUnder(views, scope.partition('FILING')), ({ card }) => card as FilingCard),
      this.#received(scope, summarySort(year)),
      this.#received(scope, SPECIAL_SORT),
      organisationCards(views, district),
    ]);
    const below = cards.filter(({ superior }) => superior === scope.organisation);
    const filed = new Set(
      summaries.filter(({ stage }) => stage !== 'returned').map((card) => card.organisation),
    );
    return {
      sent: sent.toSorted((a, b) => (a.filedAt > b.filedAt ? -1 : 1)),
      received: [...summaries, ...special],
      ...(below.length > 0 && { dueOn: summaryDueOn(year, organisation.policy) }),
      missing: below.filter(({ id }) => !filed.has(id)).map(nameOf),
    };
  }

  /**
   * One report in full, for those who work where it comes from or where it was filed.
   * @throws Refusal `not-found` for anybody else
   */
  async filing(scope: OrgScope, unit: OrganisationId, id: string, reader: Reader): Promise<FilingReading> {
    const from = new OrgScope(unit);
    const { aggregates, tenancy } = this.#sources;
    const { state, version } = await aggregates.load(from.stream('FILING', id), filingHistory);
    if (!state || !mayWork(reader, scope.organisation)) return refuse('not-found');
    if (unit !== scope.organisation && state.to !== scope.organisation) refuse('not-found');
    const { organisation } = await tenancy.tenants(from);
    const { name, shortName } = organisation;
    return { ...state, id, organisation: { id: unit, name, shortName }, streamVersion: version };
  }

  /**
   * The draft of a year's summary: of a school from its own record, of a superior with everybody below added up.
   * @throws Refusal `not-found` for who does not work there
   */
  async draft(scope: OrgScope, reader: Reader, year: string, now: Instant): Promise<SummaryReading> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { views, tenancy, district } = this.#sources;
    const until = lastDayCounted(year, now);
    const [{ organisation }, cards, own, scores] = await Promise.all([
      tenancy.tenants(scope),
      organisationCards(views, district),
      organisationYear(this.#sources, scope, year, until),
      this.#scores(scope, reader, year, now),
    ]);
    const below = under(cards, scope.organisation).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const { name, shortName } = organisation;
    const units = [
      { id: scope.organisation, name, shortName, figures: own.figures },
      ...(await this.#yearsOf(below, year, until)),
    ];
    const figures = sumOfFigures(units.map((unit) => unit.figures));
    return {
      summary: draftOf({ name, year, until, figures, scores, units: units.length }),
      until,
      figures,
      disclosed: own.disclosed,
      units: below.length > 0 ? units : [],
    };
  }

  /** 考评得分 of the quarters that have begun, as far as there was anything to score. */
  async #scores(
    scope: OrgScope,
    reader: Reader,
    year: string,
    now: Instant,
  ): Promise<SummaryFacts['scores']> {
    const evaluation = new EvaluationReadings(this.#sources);
    const begun = [1, 2, 3, 4]
      .map((quarter): PeriodName => `${year}Q${quarter}`)
      .filter((period) => periodNamed(period).from <= dayOf(now));
    const scored = await Promise.all(
      begun.map((period) => evaluation.quarterIfAny(scope, reader, period, now)),
    );
    return scored.flatMap((each) =>
      each?.total === undefined ? [] : [{ period: each.period, total: each.total }],
    );
  }

  async #yearsOf(cards: readonly OrganisationCard[], year: string, until: Day) {
    const years: (OrganisationName & { figures: YearFigures })[] = [];
    for (let first = 0; first < cards.length; first += AT_ONCE) {
      const some = cards.slice(first, first + AT_ONCE).map(async (card) => {
        const { figures } = await organisationYear(this.#sources, new OrgScope(card.id), year, until);
        return { ...nameOf(card), figures };
      });
      years.push(...(await Promise.all(some)));
    }
    return years;
  }

  async #received({ organisation }: OrgScope, prefix: string): Promise<readonly FilingCard[]> {
    const page = { limit: MOST_FILED, prefix };
    const { rows } = await this.#sources.views.listIndex('board', filingsKey(organisation), page);
    return rows.map(({ card }) => card as FilingCard);
  }
}

const nameOf = ({ id, name, shortName }: OrganisationCard): OrganisationName => ({ id, name, shortName });

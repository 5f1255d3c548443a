import { type PeriodName, periodNamed, quarterFrom } from '../../../domain/duty/period.ts';
import type { Ledger } from '../../../domain/duty/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import { Calendars } from '../calendars.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { periodUnder } from '../tallies.ts';
import type { Tenancy, Tenants } from '../tenancy.ts';
import { cardsOn } from './desk-cards.ts';
import { ageing } from './duty-ageing.ts';
import { type Overview, type OverviewFilter, overviewOf } from './duty-overview.ts';
import { type DutySheet, sheetOf } from './duty-sheet.ts';
import { ledgerNow } from './ledger-now.ts';
import type { LedgerReading } from './ledger-reading.ts';
import { ledgerRows } from './ledger-rows.ts';
import { mayFollow } from './may-follow.ts';
import { type ProblemCount, problemsAmong } from './problems.ts';
import { type BacklogLine, backlogOf } from './review-backlog.ts';

export interface DutySources {
  readonly aggregates: Aggregates;
  readonly tenancy: Tenancy;
  readonly views: Pick<Views, 'list' | 'listIndex'>;
  /** Its calendar is everybody's. */
  readonly district: OrganisationId;
}

export interface Dashboard {
  readonly overview: Overview;
  readonly backlog: readonly BacklogLine[];
  /** What those below ask for help with. */
  readonly problems: ProblemCount;
}

/** Earlier periods that a sheet shows beside its own. */
const EARLIER = 3;

/** What is owed and what became of it: of one organisation, and of everybody under one. Never for the public. */
export class DutyReadings {
  readonly #sources: DutySources;
  readonly #calendars: Calendars;

  constructor(sources: DutySources) {
    this.#sources = sources;
    this.#calendars = new Calendars(sources.aggregates, sources.district);
  }

  /**
   * How everybody under the organisation stands, for those who work in it: one query of the views, however many units.
   * @throws Refusal `not-found` for others
   */
  async overview(
    scope: OrgScope,
    reader: Reader,
    period: PeriodName,
    now: Instant,
    filter: OverviewFilter = {},
  ): Promise<Overview> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const [view, { calendar }] = await Promise.all([
      periodUnder(this.#sources.views, scope.organisation, period),
      this.#calendars.current(),
    ]);
    return overviewOf(view, period, dayOf(now), calendar, filter);
  }

  /** Every duty of the organisation in a quarter. @throws Refusal `not-found`, `period-not-open` */
  async ledger(scope: OrgScope, reader: Reader, period: PeriodName, now: Instant): Promise<LedgerReading> {
    const { ledgerReading } = await import('./ledger-reading.ts');
    return ledgerReading(this.#sources, scope, reader, period, now);
  }

  /**
   * The overview, and beside it what waits for a verdict right below today: a second query, of the organisation's desk.
   * @throws Refusal `not-found` for those who do not work in the organisation
   */
  async dashboard(
    scope: OrgScope,
    reader: Reader,
    period: PeriodName,
    now: Instant,
    filter: OverviewFilter = {},
  ): Promise<Dashboard> {
    if (!mayWork(reader, scope.organisation)) refuse('not-found');
    const { views } = this.#sources;
    const [view, { calendar }, cards] = await Promise.all([
      periodUnder(views, scope.organisation, period),
      this.#calendars.current(),
      cardsOn(views, scope.organisation),
    ]);
    const today = dayOf(now);
    const names = new Map(view.parts.map(({ standing }) => [standing.id, standing.name]));
    return {
      overview: overviewOf(view, period, today, calendar, filter),
      backlog: backlogOf(cards, scope.organisation, names, ageing(today, calendar)),
      problems: problemsAmong(cards, scope.organisation, now),
    };
  }

  /**
   * What the organisation owes in the period, for those who work in it and whoever holds a seat in its superior.
   * Undefined when it has no ledger for the period.
   * @throws Refusal `not-found` for others
   */
  async sheet(
    scope: OrgScope,
    reader: Reader,
    period: PeriodName,
    now: Instant,
  ): Promise<DutySheet | undefined> {
    const tenants = await this.#sources.tenancy.tenants(scope);
    if (!mayFollow(tenants, scope, reader, now)) refuse('not-found');
    return this.#sheetOf(scope, tenants, period, now);
  }

  async #sheetOf(
    scope: OrgScope,
    tenants: Tenants,
    period: PeriodName,
    now: Instant,
  ): Promise<DutySheet | undefined> {
    const { aggregates } = this.#sources;
    const names = Array.from(
      { length: EARLIER + 1 },
      (_, back) => quarterFrom(periodNamed(period), -back).name,
    );
    const [{ state }, [ledger, ...earlier]] = await Promise.all([
      loadCatalogue(aggregates, scope),
      Promise.all(names.map((name) => this.#ledger(scope, name))),
    ]);
    if (!ledger) return undefined;
    const known = earlier.filter((each) => each !== undefined);
    return sheetOf([ledger, ...known], ledgerRows(state, ledger), tenants, dayOf(now));
  }

  async #ledger(scope: OrgScope, period: PeriodName): Promise<Ledger | undefined> {
    const { aggregates } = this.#sources;
    return (await ledgerNow(aggregates, scope, period)).state;
  }
}

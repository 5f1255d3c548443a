import { CATALOGUE_ID, catalogue as catalogueDecider } from '../../domain/catalogue/catalogue.ts';
import { effectiveRows, findRow } from '../../domain/catalogue/state.ts';
import type { LedgerCommand } from '../../domain/duty/commands.ts';
import { ledgerDecider, ledgerId } from '../../domain/duty/ledger.ts';
import {
  type Period,
  type PeriodName,
  periodNamed,
  quarterFrom,
  quarterOf,
} from '../../domain/duty/period.ts';
import type { PlanFacts } from '../../domain/duty/plan.ts';
import { rulesOf } from '../../domain/duty/rules.ts';
import type { Ledger, LedgerState } from '../../domain/duty/state.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Day } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { SeatRule } from '../../domain/organisation/body.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates, Loaded } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { ADMINISTRATORS } from './organisation-commands.ts';
import { Tenancy } from './tenancy.ts';

/** A command on a ledger, without what the record itself supplies. */
export type LedgerRequest = Omit<Request<LedgerCommand, LedgerState>, 'stream' | 'facts'>;

/** Everything of a request but what it asks for. */
export type Occasion = Pick<LedgerRequest, 'now' | 'actor' | 'commandId' | 'cause' | 'correlation'>;

/** The office keeps the ledger and the leading group answers for it. */
const KEEPERS: readonly SeatRule[] = [...ADMINISTRATORS, { body: 'leading-group' }];

/** Ledgers as the record has them, and commands on them: from people, from events, and from time. */
export class Ledgers {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;
  readonly #calendars: Calendars;

  constructor(log: Log, aggregates: Aggregates, district: OrganisationId) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
    this.#calendars = new Calendars(aggregates, district);
  }

  load(scope: OrgScope, period: PeriodName): Promise<Loaded<LedgerState>> {
    return this.#aggregates.load(scope.stream('LEDGER', ledgerId(period)), ledgerDecider);
  }

  /**
   * Opens the ledger of the period unless it is open, and before it those of every quarter that was missed since the
   * organisation joined. Nothing happens when it joined later, or when there is no such organisation.
   */
  async open(scope: OrgScope, { name, from, until }: Period, occasion: Occasion): Promise<void> {
    const known = await this.load(scope, name);
    if (known.state) return;
    const organisation = await this.#tenancy.find(scope);
    if (!organisation || organisation.since > until) return;
    const before = quarterFrom({ from }, -1);
    if (organisation.since <= before.until) await this.open(scope, before, occasion);
    await this.issue(scope, name, {
      ...occasion,
      commandId: `open-${ledgerId(name)}`,
      type: 'OpenPeriod',
      data: { period: name },
      // It was not there a moment ago, and the record takes no second first commit.
      isNew: true,
    });
  }

  /** @throws Refusal of the ledger */
  issue(scope: OrgScope, period: PeriodName, request: LedgerRequest): Promise<Outcome<LedgerState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, ledgerDecider, {
      ...request,
      stream: scope.stream('LEDGER', ledgerId(period)),
      facts: () => this.#facts(scope, period, request),
    });
  }

  /**
   * The same command on every ledger that it may concern: of the day it happened, of the quarters since, and of earlier
   * ones with duties still open. Missing ledgers are opened first.
   */
  async issueSince(
    scope: OrgScope,
    on: Day,
    request: Pick<LedgerRequest, 'type' | 'data'>,
    occasion: Occasion,
  ): Promise<void> {
    const current = quarterOf(occasion.now);
    await this.open(scope, current, occasion);
    const names = new Set<PeriodName>();
    for (let period = current; ; period = quarterFrom(period, -1)) {
      const { state } = await this.load(scope, period.name);
      if (!state) break;
      names.add(period.name);
      for (const name of state.arrears) names.add(name);
      if (period.from <= on) break;
    }
    for (const name of [...names].toSorted()) await this.issue(scope, name, { ...occasion, ...request });
  }

  /** Ledgers of the latest quarters up to the period, newest first; fewer for those who joined since. */
  async latest(scope: OrgScope, period: PeriodName, count: number): Promise<readonly Ledger[]> {
    const names = Array.from({ length: count }, (_, back) => quarterFrom(periodNamed(period), -back).name);
    const loaded = await Promise.all(names.map((name) => this.load(scope, name)));
    return loaded.flatMap(({ state }) => state ?? []);
  }

  async #facts(scope: OrgScope, period: PeriodName, request: LedgerRequest): Promise<LedgerCommand['facts']> {
    switch (request.type) {
      case 'OpenPeriod':
      case 'SyncRows':
        return this.#planFacts(scope, period);
      case 'RecordDisclosure':
      case 'UndoDisclosure':
      case 'NoteChannels':
      case 'NoteAnswer':
        return undefined;
      case 'TimePassed':
        return { calendar: (await this.#calendars.current()).calendar };
      default:
        return this.#keeperFacts(scope, request);
    }
  }

  async #planFacts(scope: OrgScope, period: PeriodName): Promise<PlanFacts> {
    const before = quarterFrom(periodNamed(period), -1).name;
    const [{ organisation, superior }, catalogue, { calendar, state }, previous] = await Promise.all([
      this.#tenancy.tenants(scope),
      this.#aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogueDecider),
      this.#calendars.current(),
      this.load(scope, before),
    ]);
    const { rules, edition } = rulesOf(organisation, superior);
    return {
      rows: effectiveRows(catalogue.state),
      rules,
      calendar,
      editions: { rules: edition, catalogue: catalogue.version, calendar: state.edition },
      since: organisation.since,
      previous: previous.state,
    };
  }

  async #keeperFacts(scope: OrgScope, { actor, now, data }: LedgerRequest): Promise<LedgerCommand['facts']> {
    const [{ organisation, superior }, catalogue, { calendar }] = await Promise.all([
      this.#tenancy.tenants(scope),
      this.#aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogueDecider),
      this.#calendars.current(),
    ]);
    const holds = (who: typeof organisation, seats: readonly SeatRule[]): boolean =>
      actor.kind === 'person' && holders(who, seats, now).has(actor.person);
    const { row } = data as { row?: string };
    return {
      mayKeep: holds(organisation, KEEPERS),
      mayWaive: holds(superior ?? organisation, ADMINISTRATORS),
      row: row === undefined ? undefined : findRow(catalogue.state, row),
      rules: rulesOf(organisation, superior).rules,
      calendar,
    };
  }
}

/** The ledger, which must be there. @throws Refusal `not-found` */
export const ledgerOf = ({ state }: Loaded<LedgerState>): Ledger => state ?? refuse('not-found');

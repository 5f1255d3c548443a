import { isActive } from '../../domain/catalogue/completeness.ts';
import { effectiveRows, findRow } from '../../domain/catalogue/state.ts';
import type { FollowStages, LedgerCommand, RecordDisclosure } from '../../domain/duty/commands.ts';
import { answersOccurrence } from '../../domain/duty/disclosing.ts';
import { ledgerDecider } from '../../domain/duty/ledger.ts';
import {
  type Period,
  type PeriodName,
  periodNamed,
  quarterFrom,
  quarterOf,
  quarterOfDay,
} from '../../domain/duty/period.ts';
import { owesStill, type PlanFacts } from '../../domain/duty/plan.ts';
import { rulesOf } from '../../domain/duty/rules.ts';
import { type Ledger, type LedgerState, ledgerId } from '../../domain/duty/state.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { refuse } from '../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Day } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { SeatRule } from '../../domain/organisation/body.ts';
import type { Organisation } from '../../domain/organisation/organisation.ts';
import { isResting, wasClosedBefore } from '../../domain/organisation/standing.ts';
import type { Log } from '../adapters/log.ts';
import { ADMINISTRATORS } from './administrators.ts';
import type { Aggregates, Loaded } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { followedItem } from './followed-item.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { Tenancy } from './tenancy.ts';

/** A command on a ledger, without what the record itself supplies. */
export type LedgerRequest = Omit<Request<LedgerCommand, LedgerState>, 'stream' | 'facts'>;

/** Everything of a request but what it asks for. */
export type Occasion = Pick<LedgerRequest, 'now' | 'actor' | 'commandId' | 'cause' | 'correlation'>;

/** The office keeps the ledger and the leading group answers for it. */
const KEEPERS: readonly SeatRule[] = [...ADMINISTRATORS, { body: 'leading-group' }];

/** Commands after which something may be owed again in a quarter that is over. */
const REOPENING: ReadonlySet<LedgerCommand['type']> = new Set([
  'EndWaiver',
  'WaiveDuty',
  'UndoDisclosure',
  'RecordOccurrence',
  'FollowStages',
]);

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
    if (!organisation || organisation.since > until || wasClosedBefore(organisation, from)) return;
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
  async issue(scope: OrgScope, period: PeriodName, request: LedgerRequest): Promise<Outcome<LedgerState>> {
    const outcome = await execute({ log: this.#log, aggregates: this.#aggregates }, ledgerDecider, {
      ...request,
      stream: scope.stream('LEDGER', ledgerId(period)),
      facts: (state) => this.#facts(scope, period, request, state),
    });
    if (REOPENING.has(request.type)) await this.#noteArrears(scope, period, request);
    return outcome;
  }

  /** A later ledger must know that something is owed in this one again, so that what is disclosed reaches it. */
  async #noteArrears(
    scope: OrgScope,
    period: PeriodName,
    { type: _, ...request }: LedgerRequest,
  ): Promise<void> {
    const current = quarterOf(request.now).name;
    if (period >= current || !(await this.load(scope, current)).state) return;
    const commandId = `arrears-${period}-${request.commandId}`;
    await this.issue(scope, current, { ...request, commandId, type: 'NoteArrears', data: { period } });
  }

  /** A disclosure, told to every ledger that it may concern, oldest first. It answers one occurrence, not one in each. */
  async disclose(
    scope: OrgScope,
    { on, ...disclosed }: RecordDisclosure['data'],
    occasion: Occasion,
  ): Promise<void> {
    let answered = false;
    for (const name of await this.#concerned(scope, on, occasion)) {
      const data = { ...disclosed, on, ...(answered && { answered }) };
      const { state } = await this.issue(scope, name, { ...occasion, type: 'RecordDisclosure', data });
      const { item } = disclosed;
      answered ||= state !== undefined && item !== undefined && answersOccurrence(state, item);
    }
  }

  /** What the item showed on the day and since was shown in error. */
  async undo(scope: OrgScope, item: string, on: Day, occasion: Occasion): Promise<void> {
    for (const name of await this.#concerned(scope, on, occasion)) {
      await this.issue(scope, name, { ...occasion, type: 'UndoDisclosure', data: { item } });
    }
  }

  /**
   * The ledgers of the day, of the quarters since and of the one before, and those of earlier quarters in which
   * something is still owed; oldest first. Missing ones are opened.
   */
  async #concerned(scope: OrgScope, on: Day, occasion: Occasion): Promise<readonly PeriodName[]> {
    const current = quarterOf(occasion.now);
    await this.open(scope, current, occasion);
    const first = [quarterOfDay(on), quarterFrom(current, -1)].toSorted((a, b) =>
      a.from < b.from ? -1 : 1,
    )[0];
    const names = new Set<PeriodName>();
    for (let period = current; first && period.from >= first.from; period = quarterFrom(period, -1)) {
      const { state } = await this.load(scope, period.name);
      if (!state) break;
      for (const name of [period.name, ...state.arrears]) names.add(name);
    }
    return [...names].toSorted();
  }

  /**
   * The organisation rests, or works again: its ledgers of the quarter and those with arrears excuse what is open, or
   * call it owed again, and rows that came meanwhile are owed from now on.
   */
  async rest(scope: OrgScope, period: Period, occasion: Occasion): Promise<void> {
    await this.open(scope, period, occasion);
    const { state } = await this.load(scope, period.name);
    if (!state) return;
    for (const name of [...state.arrears, period.name]) {
      const commandId = `${occasion.commandId}-${name}`;
      await this.issue(scope, name, { ...occasion, commandId, type: 'NoteRest', data: {} });
    }
    const commandId = `${occasion.commandId}-rows`;
    await this.issue(scope, period.name, { ...occasion, commandId, type: 'SyncRows', data: {} });
  }

  /** Ledgers of the latest quarters up to the period, newest first; fewer for those who joined since. */
  async latest(scope: OrgScope, period: PeriodName, count: number): Promise<readonly Ledger[]> {
    const names = Array.from({ length: count }, (_, back) => quarterFrom(periodNamed(period), -back).name);
    const loaded = await Promise.all(names.map((name) => this.load(scope, name)));
    return loaded.flatMap(({ state }) => state ?? []);
  }

  /**
   * What comes from a stream that the ledger follows is read after the ledger, so that it is never older than what the
   * ledger was told of it last: events of that stream may come in any order, and two at a time.
   */
  async #facts(
    scope: OrgScope,
    period: PeriodName,
    request: LedgerRequest,
    ledger: Promise<LedgerState>,
  ): Promise<LedgerCommand['facts']> {
    switch (request.type) {
      case 'SyncRows':
        await ledger;
        return this.#planFacts(scope, period);
      case 'NoteChannels':
        await ledger;
        return { channels: (await this.#tenancy.tenants(scope)).organisation.channels };
      case 'NoteRest':
        await ledger;
        return { rest: restOf((await this.#tenancy.tenants(scope)).organisation) };
      case 'FollowStages':
        await ledger;
        return this.#stageFacts(scope, (request.data as FollowStages['data']).item);
      case 'OpenPeriod':
        return this.#planFacts(scope, period);
      case 'RecordDisclosure':
      case 'UndoDisclosure':
      case 'NoteArrears':
      case 'NoteAnswer':
        return undefined;
      case 'TimePassed':
        return { calendar: (await this.#calendars.current()).calendar };
      default:
        return this.#keeperFacts(scope, request);
    }
  }

  async #stageFacts(scope: OrgScope, item: string): Promise<FollowStages['facts']> {
    const [{ state }, { calendar }] = await Promise.all([
      this.#aggregates.load(scope.stream('ITEM', item), itemHistory),
      this.#calendars.current(),
    ]);
    return { followed: followedItem(item, state) ?? refuse('not-found'), calendar };
  }

  async #planFacts(scope: OrgScope, period: PeriodName): Promise<PlanFacts> {
    const before = quarterFrom(periodNamed(period), -1).name;
    const [{ organisation, superior }, catalogue, { calendar, state }, previous] = await Promise.all([
      this.#tenancy.tenants(scope),
      loadCatalogue(this.#aggregates, scope),
      this.#calendars.current(),
      this.load(scope, before),
    ]);
    const { rules, edition } = rulesOf(organisation, superior);
    return {
      rows: effectiveRows(catalogue.state).filter((row) => isActive(row, periodNamed(period).until)),
      rules,
      calendar,
      editions: { rules: edition, catalogue: catalogue.version, calendar: state.edition },
      since: organisation.since,
      resting: isResting(organisation),
      previous: previous.state,
      settled: await this.#settled(scope, previous.state?.arrears ?? []),
    };
  }

  /** Those in which nothing is owed any more. */
  async #settled(scope: OrgScope, periods: readonly PeriodName[]): Promise<readonly PeriodName[]> {
    const loaded = await Promise.all(periods.map((name) => this.load(scope, name)));
    return periods.filter((_, index) => {
      const ledger = loaded[index]?.state;
      return ledger !== undefined && !owesStill(ledger);
    });
  }

  async #keeperFacts(scope: OrgScope, { actor, now, data }: LedgerRequest): Promise<LedgerCommand['facts']> {
    const [{ organisation, superior }, catalogue, { calendar }] = await Promise.all([
      this.#tenancy.tenants(scope),
      loadCatalogue(this.#aggregates, scope),
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

/** Why nothing falls due in the organisation; undefined while it works. */
const restOf = ({ suspended, merged }: Organisation): string | undefined => (merged ?? suspended)?.reason;

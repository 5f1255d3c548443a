import { type PeriodName, periodNamed, quarterOf } from '../../domain/duty/period.ts';
import { tallyDecider, tallyId } from '../../domain/duty/tally.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { execute } from '../shell/execute.ts';
import type { Ledgers } from '../shell/ledgers.ts';
import { Tenancy } from '../shell/tenancy.ts';

/** Some organisations whose quarter begins: what the planner hands to a worker. */
export interface OpeningMessage {
  /** When the quarter was to be opened: the key of the run. */
  readonly at: Instant;
  readonly organisations: readonly string[];
}

const ACTOR: Actor = { kind: 'system', name: 'open-ledgers' };

/** Opens the quarter of `at` for each organisation, and the sum of each that is somebody's superior. */
export class Opening {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #ledgers: Ledgers;
  readonly #tenancy: Tenancy;

  constructor(log: Log, aggregates: Aggregates, ledgers: Ledgers) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#ledgers = ledgers;
    this.#tenancy = new Tenancy(aggregates);
  }

  /** Repeating it changes nothing, so a message that failed half way may simply come again. */
  async open({ at, organisations }: OpeningMessage): Promise<void> {
    const { name } = quarterOf(at);
    const scopes = organisations.map((organisation) => new OrgScope(organisation));
    await Promise.all(scopes.map((scope) => this.#openLedger(scope, name, at)));
    const found = await Promise.all(scopes.map((scope) => this.#tenancy.find(scope)));
    const superiors = new Set(
      scopes.map(({ organisation }, index) => found[index]?.superior ?? organisation),
    );
    for (const superior of superiors) await this.beginTally(superior, at);
  }

  /** Begins the sum of everybody under the superior in the quarter of `at`. */
  async beginTally(superior: OrganisationId, at: Instant): Promise<void> {
    const { name } = quarterOf(at);
    await execute({ log: this.#log, aggregates: this.#aggregates }, tallyDecider, {
      ...occasionOf(name, at),
      stream: new OrgScope(superior).stream('TALLY', tallyId(name)),
      type: 'BeginTally',
      data: { period: name },
      facts: async () => undefined,
    });
  }

  async #openLedger(scope: OrgScope, period: PeriodName, at: Instant): Promise<void> {
    await this.#ledgers.open(scope, periodNamed(period), occasionOf(period, at));
  }
}

function occasionOf(period: PeriodName, at: Instant) {
  const run = `open-${period.toLowerCase()}`;
  return { now: at, actor: ACTOR, commandId: run, correlation: run };
}

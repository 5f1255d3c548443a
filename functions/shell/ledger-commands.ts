import { type PeriodName, quarterOf } from '../../domain/duty/period.ts';
import { refuse } from '../../domain/duty/refusals.ts';
import type { LedgerState } from '../../domain/duty/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Outcome } from './execute.ts';
import type { LedgerRequest, Ledgers } from './ledgers.ts';

const SYSTEM: Actor = { kind: 'system', name: 'commands' };

/** Issues what people ask of ledgers. */
export class LedgerCommands {
  readonly #ledgers: Ledgers;

  constructor(ledgers: Ledgers) {
    this.#ledgers = ledgers;
  }

  /**
   * The ledger of the current quarter is opened if it is not yet: nobody has to wait for the schedule.
   * @throws Refusal of the ledger; `period-not-open` for any other quarter without one
   */
  async issue(scope: OrgScope, period: PeriodName, request: LedgerRequest): Promise<Outcome<LedgerState>> {
    const { now, commandId, correlation } = request;
    const current = quarterOf(now);
    if (current.name === period) {
      await this.#ledgers.open(scope, current, { now, actor: SYSTEM, commandId, correlation });
    }
    if (!(await this.#ledgers.load(scope, period)).state) refuse('period-not-open', { period });
    return this.#ledgers.issue(scope, period, request);
  }
}

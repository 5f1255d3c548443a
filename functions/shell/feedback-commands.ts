import type { FeedbackCommand } from '../../domain/feedback/commands.ts';
import { feedbackDecider } from '../../domain/feedback/feedback.ts';
import type { FeedbackState } from '../../domain/feedback/state.ts';
import { versionFor } from '../../domain/item/card.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { refuse } from '../../domain/item/refusals.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { askedOn, mayWork, type Reader } from '../../domain/visibility.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

export type FeedbackRequest = Omit<Request<FeedbackCommand, FeedbackState>, 'stream' | 'facts'>;

/** Issues commands on the opinions that one organisation received. */
export class FeedbackCommands {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #tenancy: Tenancy;

  constructor(log: Log, aggregates: Aggregates) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#tenancy = new Tenancy(aggregates);
  }

  issue(scope: OrgScope, id: string, request: FeedbackRequest): Promise<Outcome<FeedbackState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, feedbackDecider, {
      ...request,
      stream: scope.stream('FEEDBACK', id),
      facts: () => this.#tenancy.tenants(scope),
    });
  }

  /**
   * Anybody may speak about what they may see, and about nothing else: the answer is the same for an item that is
   * hidden and for one that is not there.
   * @throws Refusal `item-unknown`
   */
  async requireVisible(scope: OrgScope, item: string, reader: Reader): Promise<void> {
    const { state } = await this.#aggregates.load(scope.stream('ITEM', item), itemHistory);
    const isVisible =
      state &&
      (mayWork(reader, scope.organisation, askedOn(state)) ||
        versionFor(reader, state, scope.organisation) !== undefined);
    if (!isVisible) refuse('item-unknown');
  }
}

import { rulesOf } from '../../domain/duty/rules.ts';
import type { FeedbackCommand, FeedbackCommandOf, FeedbackFacts } from '../../domain/feedback/commands.ts';
import { feedbackDecider } from '../../domain/feedback/feedback.ts';
import { type FeedbackState, feedbackHistory } from '../../domain/feedback/state.ts';
import { askedOn } from '../../domain/item/asked-on.ts';
import { itemHistory } from '../../domain/item/evolve.ts';
import { versionFor } from '../../domain/item/for-reader.ts';
import { refuse } from '../../domain/item/refusals.ts';
import { published } from '../../domain/item/state.ts';
import { ID_PATTERN, type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { mayWork, type Reader } from '../../domain/visibility.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { Calendars } from './calendars.ts';
import { execute, type Outcome, type Request } from './execute.ts';
import { Tenancy } from './tenancy.ts';

export type FeedbackRequest = Omit<Request<FeedbackCommand, FeedbackState>, 'stream' | 'facts'> & {
  /** Whoever asks has shown the receipt code of this very opinion. */
  readonly holdsReceipt?: boolean;
};

/** Issues commands on the opinions that one organisation received. */
export class FeedbackCommands {
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

  issue(
    scope: OrgScope,
    id: string,
    { holdsReceipt = false, ...request }: FeedbackRequest,
  ): Promise<Outcome<FeedbackState>> {
    return execute({ log: this.#log, aggregates: this.#aggregates }, feedbackDecider, {
      ...request,
      stream: scope.stream('FEEDBACK', id),
      facts: async (): Promise<FeedbackFacts> => {
        const [tenants, { calendar }, into, below, isDisclosed] = await Promise.all([
          this.#tenancy.tenants(scope),
          this.#calendars.current(),
          this.#into(scope, id, request),
          this.#below(scope, request),
          this.#isDisclosed(scope, request),
        ]);
        const { ladder } = rulesOf(tenants.organisation, tenants.superior).rules;
        return {
          ...tenants,
          calendar,
          ladder,
          holdsReceipt,
          isDisclosed,
          ...(into && { into }),
          ...(below && { below }),
        };
      },
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

  /** The other opinion that a merging names; none stands for itself. */
  async #into(scope: OrgScope, id: string, { type, data }: FeedbackRequest): Promise<FeedbackFacts['into']> {
    if (type !== 'MergeFeedback') return undefined;
    const { into } = data as { into: string };
    if (into === id) return undefined;
    const { state } = await this.#aggregates.load(scope.stream('FEEDBACK', into), feedbackHistory);
    return { id: into, state };
  }

  /** The organisation in whose name somebody speaks, if it stands right below this one. */
  async #below(scope: OrgScope, { type, data }: FeedbackRequest): Promise<FeedbackFacts['below']> {
    if (type !== 'LeaveFeedback') return undefined;
    const { from } = data as FeedbackCommandOf<'LeaveFeedback'>['data'];
    if (from.kind !== 'organisation') return undefined;
    const below = await this.#tenancy.find(new OrgScope(from.organisation));
    return below?.superior === scope.organisation ? below : undefined;
  }

  async #isDisclosed(scope: OrgScope, { data }: FeedbackRequest): Promise<boolean> {
    const { disclosure, atOnce } = data as { disclosure?: string; atOnce?: { disclosure?: string } };
    const item = disclosure ?? atOnce?.disclosure;
    if (item === undefined || !ID_PATTERN.test(item)) return false;
    const { state } = await this.#aggregates.load(scope.stream('ITEM', item), itemHistory);
    const version = state && published(state);
    return version !== undefined && !version.withdrawn;
  }
}

import { deliveryDecider } from '../../domain/display/delivery.ts';
import { type PeriodName, periodNamed } from '../../domain/duty/period.ts';
import { type OrganisationId, OrgScope, parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import type { Log } from '../adapters/log.ts';
import type { Views } from '../adapters/views.ts';
import { openMissing } from '../open-ledgers/missing.ts';
import { Opening } from '../open-ledgers/open-ledgers.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { Digests } from '../shell/digests.ts';
import type { DueMessage } from '../shell/due.ts';
import { EnquiryCommands } from '../shell/enquiry-commands.ts';
import { execute } from '../shell/execute.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { FileCommands } from '../shell/file-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { Ledgers, type Occasion } from '../shell/ledgers.ts';
import { Seals } from '../shell/seals.ts';
import { SurveyCommands } from '../shell/survey-commands.ts';
import { periodUnder, takeTally } from '../shell/tallies.ts';
import { TopicCommands } from '../shell/topic-commands.ts';

export interface DueWorkerDependencies {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Views;
  readonly district: OrganisationId;
}

/** Tells aggregates that their time has come. What that means is for each of them to decide. */
export class DueWorker {
  readonly #deps: DueWorkerDependencies;
  readonly #items: ItemCommands;
  readonly #feedback: FeedbackCommands;
  readonly #enquiries: EnquiryCommands;
  readonly #topics: TopicCommands;
  readonly #surveys: SurveyCommands;
  readonly #files: FileCommands;
  readonly #ledgers: Ledgers;
  readonly #opening: Opening;
  readonly #digests: Digests;
  readonly #seals: Seals;

  constructor(deps: DueWorkerDependencies) {
    this.#deps = deps;
    this.#items = new ItemCommands(deps.log, deps.aggregates);
    this.#feedback = new FeedbackCommands(deps.log, deps.aggregates, deps.district);
    this.#enquiries = new EnquiryCommands(deps.log, deps.aggregates, deps.district);
    this.#topics = new TopicCommands(deps.log, deps.aggregates, deps.district);
    this.#surveys = new SurveyCommands(deps.log, deps.aggregates, deps.district);
    this.#files = new FileCommands(deps.log, deps.aggregates);
    this.#ledgers = new Ledgers(deps.log, deps.aggregates, deps.district);
    this.#opening = new Opening(deps.log, deps.aggregates, this.#ledgers);
    this.#digests = new Digests(deps.log, deps.aggregates, deps.district);
    this.#seals = new Seals(deps);
  }

  /** Repeating it at the same instant changes nothing. */
  async wake({ stream, at }: DueMessage): Promise<void> {
    const { organisation, kind, id } = parseStream(stream);
    const scope = new OrgScope(organisation);
    const request = {
      type: 'TimePassed',
      data: {},
      now: at,
      actor: { kind: 'system', name: 'due-worker' },
      commandId: `due-${at}`,
      correlation: `due-${at}`,
    } as const;
    switch (kind) {
      case 'ITEM':
        await this.#items.issue(scope, id, request);
        return;
      case 'FEEDBACK':
        await this.#feedback.issue(scope, id, request);
        return;
      case 'FILE':
        await this.#files.issue(scope, id, request);
        return;
      case 'ENQUIRY':
        await this.#enquiries.issue(scope, id, request);
        return;
      case 'TOPIC':
        await this.#topics.issue(scope, id, request);
        return;
      case 'SURVEY':
        await this.#surveys.issue(scope, id, request);
        return;
      case 'DELIVERY':
        await execute(this.#deps, deliveryDecider, {
          ...request,
          stream: stream as StreamName,
          facts: async () => ({}),
        });
        return;
      case 'LEDGER':
        await this.#ledgers.issue(scope, periodNamed(id.toUpperCase()).name, request);
        return;
      case 'TALLY':
        await this.#tally(scope, periodNamed(id.toUpperCase()).name, request);
        return;
      case 'DIGEST':
        await this.#digests.issue(scope, id, request);
        return;
      case 'ANCHOR':
        await this.#seals.sealUnder(scope, request);
        return;
      default:
        throw new Error(`nothing waits for time in a stream of kind ${kind}`);
    }
  }

  async #tally(scope: OrgScope, period: PeriodName, request: Occasion): Promise<void> {
    const { organisation } = scope;
    const { parts } = await periodUnder(this.#deps.views, organisation, period);
    await takeTally(this.#deps, scope, period, parts, request);
    const sources = { views: this.#deps.views, opening: this.#opening };
    await openMissing(sources, organisation, period, parts, request.now);
  }
}

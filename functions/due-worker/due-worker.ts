import { deliveryDecider } from '../../domain/display/delivery.ts';
import { OrgScope, parseStream, type StreamName } from '../../domain/kernel/scope.ts';
import type { DueMessage } from '../adapters/due-queue.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { execute } from '../shell/execute.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';

/** Tells aggregates that their time has come. What that means is for each of them to decide. */
export class DueWorker {
  readonly #log: Log;
  readonly #aggregates: Aggregates;
  readonly #items: ItemCommands;
  readonly #feedback: FeedbackCommands;

  constructor(log: Log, aggregates: Aggregates) {
    this.#log = log;
    this.#aggregates = aggregates;
    this.#items = new ItemCommands(log, aggregates);
    this.#feedback = new FeedbackCommands(log, aggregates);
  }

  /** Repeating it at the same instant changes nothing. */
  async wake({ stream, at }: DueMessage): Promise<void> {
    const { organisation, kind, id } = parseStream(stream);
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
        await this.#items.issue(new OrgScope(organisation), id, request);
        return;
      case 'FEEDBACK':
        await this.#feedback.issue(new OrgScope(organisation), id, request);
        return;
      case 'DELIVERY':
        await execute({ log: this.#log, aggregates: this.#aggregates }, deliveryDecider, {
          ...request,
          stream: stream as StreamName,
          facts: async () => ({}),
        });
        return;
      default:
        throw new Error(`nothing waits for time in a stream of kind ${kind}`);
    }
  }
}

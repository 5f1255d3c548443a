import type { Duration } from 'aws-cdk-lib';
import { type EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { EVENT_SOURCE, type EventType } from '../event-types.ts';
import type { FunctionName } from '../function-names.ts';
import type { Bundles } from './bundles.ts';
import type { Bilingual } from './concern.ts';
import { DisclosureFunction } from './disclosure-function.ts';
import { WorkQueue } from './work-queue.ts';

/** A queue of its own on the way to a function: what waits in one lane is not in the way of another. */
export interface Lane {
  /** Events that it reacts to. Without them somebody else fills the queue. */
  readonly listensTo?:
    | { readonly bus: EventBus; readonly events: readonly EventType[] | 'all' }
    /** What a service of AWS says on the account's own bus. */
    | { readonly pattern: EventPattern };
  /** How many of it may run at a time, 2 or more. */
  readonly maxConcurrency: number;
  /** Messages handed over at once. @default 10 */
  readonly batchSize?: number;
}

export interface QueuedConsumerProps extends Lane {
  readonly bundles: Bundles;
  /** What people notice when this consumer fails. It is the text of its alarms. */
  readonly impact: Bilingual;
  readonly timeout: Duration;
  /** In MB. @default 512 */
  readonly memory?: number;
  /** Attempts before a message is put aside. @default 5 */
  readonly maxReceiveCount?: number;
}

/** Rule → queue → function. A failed message is retried alone, then put aside with an alarm; none is lost or blocks. */
export class QueuedConsumer extends Construct {
  readonly consumer: DisclosureFunction;
  /** Of its first lane. */
  readonly work: WorkQueue;
  private readonly props: QueuedConsumerProps;

  constructor(scope: Construct, id: string, name: FunctionName, props: QueuedConsumerProps) {
    super(scope, id);
    this.props = props;
    this.consumer = new DisclosureFunction(this, name, props);
    this.work = this.open(this, props);
  }

  /** Another way to the same function, beside the first. */
  addLane(id: string, lane: Lane): void {
    this.open(new Construct(this, id), lane);
  }

  private open(place: Construct, { listensTo, batchSize, maxConcurrency }: Lane): WorkQueue {
    const work = new WorkQueue(place, 'Work', this.props);
    this.consumer.function.addEventSource(
      new SqsEventSource(work.queue, {
        batchSize: batchSize ?? 10,
        maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    if (!listensTo) return work;
    new Rule(place, 'Rule', {
      ...('bus' in listensTo ? { eventBus: listensTo.bus } : {}),
      eventPattern: 'bus' in listensTo ? patternOf(listensTo.events) : listensTo.pattern,
      targets: [new SqsQueue(work.queue, { deadLetterQueue: work.deadLetters })],
    });
    return work;
  }
}

const patternOf = (events: readonly EventType[] | 'all'): EventPattern => ({
  source: [EVENT_SOURCE],
  ...(events === 'all' ? {} : { detailType: [...events] }),
});

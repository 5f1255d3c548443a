import type { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { EVENT_SOURCE, type EventType } from '../event-types.ts';
import type { FunctionName } from '../function-names.ts';
import type { Bundles } from './bundles.ts';
import type { Bilingual } from './concern.ts';
import { DisclosureFunction } from './disclosure-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface QueuedConsumerProps {
  readonly bundles: Bundles;
  /** What people notice when this consumer fails. It is the text of its alarms. */
  readonly impact: Bilingual;
  readonly timeout: Duration;
  /** Events that it reacts to. Without them somebody else fills the queue. */
  readonly listensTo?: { readonly bus: EventBus; readonly events: readonly EventType[] | 'all' };
  /** How many of it may run at a time, 2 or more. */
  readonly maxConcurrency: number;
  /** Messages handed over at once. @default 10 */
  readonly batchSize?: number;
  /** In MB. @default 512 */
  readonly memory?: number;
  /** Attempts before a message is put aside. @default 5 */
  readonly maxReceiveCount?: number;
}

/** Rule → queue → function. A failed message is retried alone, then put aside with an alarm; none is lost or blocks. */
export class QueuedConsumer extends Construct {
  readonly consumer: DisclosureFunction;
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, name: FunctionName, props: QueuedConsumerProps) {
    super(scope, id);
    this.work = new WorkQueue(this, 'Work', props);
    this.consumer = new DisclosureFunction(this, name, props);
    this.consumer.function.addEventSource(
      new SqsEventSource(this.work.queue, {
        batchSize: props.batchSize ?? 10,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    if (props.listensTo) this.listen(props.listensTo);
  }

  private listen({ bus, events }: NonNullable<QueuedConsumerProps['listensTo']>): void {
    new Rule(this, 'Rule', {
      eventBus: bus,
      eventPattern: { source: [EVENT_SOURCE], ...(events === 'all' ? {} : { detailType: [...events] }) },
      targets: [new SqsQueue(this.work.queue, { deadLetterQueue: this.work.deadLetters })],
    });
  }
}

import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Bilingual, Concern } from './concern.ts';

/** The longest that a queue can keep a message. */
const TWO_WEEKS = Duration.days(14);

const COMMON = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: TWO_WEEKS };

/** Where messages rest that failed at every attempt. Its maker owes it a call of `watch`. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', COMMON);
  }

  watch(impact: Bilingual, remedy: Bilingual): void {
    const metric = this.queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    });
    new Concern(this, 'NotEmpty', { metric, impact, remedy });
  }
}

export interface WorkQueueProps {
  /** What people notice when messages end as dead letters. */
  readonly impact: Bilingual;
  /** Time-out of the function that works on the queue. */
  readonly timeout: Duration;
  /** Attempts before a message is put aside. @default 5 */
  readonly maxReceiveCount?: number;
}

/** A queue for one consumer, its dead letters, and the way back from them. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    this.deadLetters = deadLetters.queue;
    this.queue = new Queue(this, 'Queue', {
      ...COMMON,
      // AWS's rule for a Lambda consumer: a throttled batch must not reappear while it is still being retried.
      visibilityTimeout: Duration.seconds(6 * props.timeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount ?? 5 },
    });
    deadLetters.watch(props.impact, this.redrive());
  }

  /** The destination is named because a rule puts events aside here too, and those have no queue they came from. */
  private redrive(): Bilingual {
    const command =
      `aws sqs start-message-move-task --source-arn ${this.deadLetters.queueArn} ` +
      `--destination-arn ${this.queue.queueArn}`;
    return {
      zh: `排除原因后重投：${command}`,
      en: 'remove the cause, then redrive with the command above.',
    };
  }
}

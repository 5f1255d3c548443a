import { Duration, Validations } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Bundles } from './bundles.ts';
import { Concern } from './concern.ts';
import { DisclosureFunction, METRIC_NAMESPACE, SERVICE_NAME } from './disclosure-function.ts';
import type { RecordLog } from './record-log.ts';
import { DeadLetters } from './work-queue.ts';

export interface StreamRelayProps {
  readonly bundles: Bundles;
  readonly record: RecordLog;
  readonly bus: EventBus;
}

/** Counted by the relay, one for each MODIFY or REMOVE that it sees on the stream of the record. */
const TAMPER_METRIC = {
  namespace: METRIC_NAMESPACE,
  metricName: 'RecordTampered',
  // Every metric of ours has this dimension; without it the alarm would watch another, silent metric.
  dimensionsMap: { service: SERVICE_NAME },
};

const IMPACT = {
  zh: '已保存的操作没有通知下去：公开栏、公示屏和待办不更新，审核人收不到任务。',
  en: 'what was saved is not passed on: boards, displays and tasks stand still, reviewers get no work.',
};

/** Stream of the record → function → event bus, in the order of the commits. */
export class StreamRelay extends Construct {
  readonly relay: DisclosureFunction;

  constructor(scope: Construct, id: string, { bundles, record, bus }: StreamRelayProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    this.relay = new DisclosureFunction(this, 'relay', {
      bundles,
      impact: IMPACT,
      timeout: Duration.seconds(30),
    });
    record.letFollow(this.relay);
    this.relay.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.relay.tell('EVENT_BUS', bus.eventBusName);
    new EventSourceMapping(this, 'Mapping', {
      target: this.relay.function,
      eventSourceArn: record.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 1,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      // Longer than the bus is likely to be away; but finite, because one commit that can never be sent would
      // otherwise hold up everything behind it for a day.
      retryAttempts: 200,
      onFailure: new SqsDlq(deadLetters.queue),
    });
    Validations.of(deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is the dead-letter queue of a stream, which the rule only recognises of queues and functions.',
    });
    deadLetters.watch(IMPACT, {
      zh: `记录本身完好，死信队列 ${deadLetters.queue.queueName} 只含流中的位置。排除原因后重建视图（npm run rebuild），并重发该时段的事件。`,
      en: 'the record is whole, a dead letter only holds a place in the stream. Remove the cause, rebuild the views, and send the events of that time again.',
    });
    this.watchLag();
    this.watchTampering();
  }

  private watchLag(): void {
    new Concern(this, 'Lag', {
      metric: this.relay.function.metric('IteratorAge', {
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      threshold: 60_000,
      periods: 3,
      impact: IMPACT,
      remedy: {
        zh: '查看 relay 的错误日志和事件总线的限流。24 小时内未转发的内容会从流中消失。',
        en: "read the relay's errors and the bus's throttling. After 24 hours what is not passed on leaves the stream.",
      },
    });
  }

  private watchTampering(): void {
    new Concern(this, 'Tampering', {
      metric: new Metric({
        ...TAMPER_METRIC,
        statistic: 'Sum',
        period: Duration.minutes(1),
      }),
      impact: {
        zh: '党务公开记录被改写或删除：谁提出、谁审核、谁批准、何时公开已不可信。',
        en: 'the record of disclosure was overwritten or deleted: who proposed, reviewed, approved and released is in doubt.',
      },
      remedy: {
        zh: '立即停止写入，保全 CloudTrail，用 npm run verify 找出断点，按时间点恢复到新表后比对。',
        en: 'stop writing, secure CloudTrail, find the break with npm run verify, restore a point in time to a new table and compare.',
      },
    });
  }
}

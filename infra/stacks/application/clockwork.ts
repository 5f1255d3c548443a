import { Duration, TimeZone } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { Concern } from '../../constructs/concern.ts';
import type { DisclosureFunction } from '../../constructs/disclosure-function.ts';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import { ScheduledFunction } from '../../constructs/scheduled-function.ts';
import type { WorkQueue } from '../../constructs/work-queue.ts';
import type { Parts } from './parts.ts';

const at = (expression: string) => ScheduleExpression.expression(expression, TimeZone.ASIA_SHANGHAI);

const NOTHING_FALLS_DUE = {
  zh: '到期的事项不再自动公开、撤下或提醒，公示屏的重发也停止。恢复后自动补做。',
  en: 'nothing is released, taken down, reminded of or sent again when it falls due. All of it is made up for later.',
};

/** Everything that happens because time has passed. */
export class Clockwork extends Construct {
  constructor(scope: Construct, id: string, parts: Parts) {
    super(scope, id);
    const due = this.everyMinute(parts);
    this.everyDay(parts, { opening: this.everyQuarter(parts), due });
  }

  private everyMinute({ bundles, settings, record, views }: Parts): WorkQueue {
    const { consumer: worker, work } = new QueuedConsumer(this, 'Due', 'due-worker', {
      bundles,
      impact: {
        zh: '个别到期事项没有按时公开、撤下或提醒。',
        en: 'some items were not released, taken down or reminded of when they fell due.',
      },
      timeout: Duration.seconds(30),
      maxConcurrency: 10,
    });
    record.letAppend(worker);
    // The daily sums are taken from the standings, the daily seals from what has changed below.
    views.letRead(worker, 'board');
    settings.tellDistrict(worker);

    const { runner: clock } = new ScheduledFunction(this, 'EveryMinute', 'clock', {
      bundles,
      impact: NOTHING_FALLS_DUE,
      schedule: at('rate(1 minute)'),
      timeout: Duration.seconds(50),
      // The next minute finds everything that this one did not.
      giveUpAfter: Duration.minutes(5),
    });
    views.letQuery(clock, 'due');
    clock.allow(['sqs:SendMessage'], [work.queue.queueArn]);
    clock.tell('DUE_QUEUE_URL', work.queue.queueUrl);
    this.watchTheClock(clock);
    return work;
  }

  private everyDay(parts: Parts, { opening, due }: Record<'opening' | 'due', WorkQueue>): void {
    const { runner: scan } = new ScheduledFunction(this, 'EveryDay', 'daily-scan', {
      bundles: parts.bundles,
      impact: {
        zh: '今天没有检查到期未办的事项，漏开的季度台账没有补开，当日记录没有封存。',
        en: 'what is stuck was not looked for today, a quarter that was not opened stays closed, and nothing was sealed.',
      },
      schedule: at('cron(30 8 * * ? *)'),
      timeout: Duration.minutes(15),
      giveUpAfter: Duration.hours(12),
    });
    parts.views.letRead(scan, 'due');
    letPlanOpening(scan, parts, opening);
    scan.allow(['sqs:SendMessage'], [due.queue.queueArn]);
    scan.tell('DUE_QUEUE_URL', due.queue.queueUrl);
  }

  private everyQuarter(parts: Parts): WorkQueue {
    const { bundles, settings, record } = parts;
    const impact = {
      zh: '新一季度的公开台账没有开启，有关单位看不到本季度应公开的内容。',
      en: 'the new quarter was not opened: organisations are not shown what they must disclose in it.',
    };
    const { consumer: worker, work } = new QueuedConsumer(this, 'Opening', 'open-ledgers', {
      bundles,
      impact,
      // Twenty organisations a message, some hundred milliseconds each.
      timeout: Duration.seconds(60),
      batchSize: 1,
      maxConcurrency: 10,
    });
    record.letAppend(worker);
    settings.tellDistrict(worker);

    const { runner: planner } = new ScheduledFunction(this, 'EveryQuarter', 'open-period', {
      bundles,
      impact,
      schedule: at('cron(0 2 1 1,4,7,10 ? *)'),
      timeout: Duration.minutes(15),
      giveUpAfter: Duration.hours(24),
    });
    parts.views.letRead(planner);
    letPlanOpening(planner, parts, work);
    return work;
  }

  /** A clock that stopped makes no error. */
  private watchTheClock(clock: DisclosureFunction): void {
    new Concern(this, 'ClockStopped', {
      metric: clock.function.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 2,
      whenSilent: TreatMissingData.BREACHING,
      impact: NOTHING_FALLS_DUE,
      remedy: {
        zh: '在 EventBridge Scheduler 中检查每分钟的计划是否启用、其角色能否调用 clock 函数。',
        en: 'in EventBridge Scheduler, see that the schedule is enabled and its role may invoke the clock function.',
      },
    });
  }
}

/** Reads the tree of organisations, hands them to the workers, and notes in the record that it did. */
function letPlanOpening(
  planner: DisclosureFunction,
  { record, settings }: Parts,
  { queue }: WorkQueue,
): void {
  record.letAppend(planner);
  settings.tellDistrict(planner);
  planner.allow(['sqs:SendMessage'], [queue.queueArn]);
  planner.tell('OPENING_QUEUE_URL', queue.queueUrl);
}

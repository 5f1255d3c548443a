import { Duration, type Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IAlarm,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { DisclosureFunction } from './disclosure-function.ts';
import { DeadLetters, WorkQueue } from './work-queue.ts';

/** One page that answers: is anything wrong, is work piling up, do people wait. */
export class Overview extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { alarms, application }: { alarms: IAlarm[]; application: Stack },
  ) {
    super(scope, id);
    const all = application.node.findAll();
    const functions = all.filter((construct) => construct instanceof DisclosureFunction);
    const queues = all.filter((construct) => construct instanceof WorkQueue);
    const aside = all.filter((construct) => construct instanceof DeadLetters);
    const period = Duration.minutes(5);
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 });
    new Dashboard(this, 'Dashboard', {
      dashboardName: application.stackName,
      widgets: [
        [new AlarmStatusWidget({ title: '告警 Alarms', alarms, width: 24, height: 6 })],
        [
          graph(
            '调用 Invocations',
            functions.map((each) => each.function.metricInvocations({ period, label: each.name })),
          ),
          graph(
            '耗时 Duration p95',
            functions.map((each) =>
              each.function.metricDuration({ period, statistic: 'p95', label: each.name }),
            ),
          ),
        ],
        [
          graph(
            '排队最久 Oldest message',
            queues.map((each) =>
              each.queue.metricApproximateAgeOfOldestMessage({ period, label: nameOf(each) }),
            ),
          ),
          graph(
            '死信 Dead letters',
            aside.map((each) =>
              each.queue.metricApproximateNumberOfMessagesVisible({
                period,
                statistic: 'Maximum',
                label: nameOf(each),
              }),
            ),
          ),
        ],
      ],
    });
  }
}

function nameOf(part: WorkQueue | DeadLetters): string {
  return part.node.path.split('/').slice(1).join('/');
}

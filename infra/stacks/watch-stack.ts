import { CfnCondition, CfnOutput, CfnParameter, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { Concern } from '../constructs/concern.ts';
import { Overview } from '../constructs/overview.ts';
import type { ApplicationStack } from './application/application-stack.ts';

export interface WatchStackProps extends StackProps {
  readonly watches: ApplicationStack;
}

/**
 * Makes an alarm of every concern of the application, and tells somebody.
 *
 * It imports the names of what it watches, so a queue or function that is to go must first be let go of here:
 * `npx cdk deploy --exclusively Gongkai-Watch`, then the rest.
 */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { watches, ...props }: WatchStackProps) {
    super(scope, id, props);
    const topic = this.makeTopic();
    const tell = new SnsAction(topic);
    const alarms = Concern.within(watches).map((concern) => {
      const alarm = this.makeAlarm(concern, watches);
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
      return alarm;
    });
    new Overview(this, 'Overview', { alarms, application: watches });
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn });
  }

  private makeAlarm(concern: Concern, watches: Stack): Alarm {
    const place = concern.node.path.slice(watches.node.path.length + 1).replaceAll('/', '-');
    return new Alarm(this, place, {
      // A name of its own, since it is the subject of the mail that wakes somebody.
      alarmName: `${watches.stackName}-${place}`,
      alarmDescription: concern.description,
      metric: concern.metric,
      threshold: concern.threshold,
      comparisonOperator: concern.comparison,
      evaluationPeriods: concern.periods,
      treatMissingData: concern.whenSilent,
    });
  }

  private makeTopic(): Topic {
    const topic = new Topic(this, 'Alarms', { displayName: 'Gongkai', enforceSSL: true });
    // With a policy of its own a topic loses the default one, which let the account's alarms publish.
    topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const address = new CfnParameter(this, 'AlarmEmail', {
      description: 'Who is told of alarms by e-mail; leave it empty to subscribe something else to the topic',
      default: '',
      allowedPattern: '^$|^[^@\\s]+@[^@\\s]+$',
    }).valueAsString;
    const given = new CfnCondition(this, 'AlarmEmailGiven', {
      expression: Fn.conditionNot(Fn.conditionEquals(address, '')),
    });
    const mail = new CfnSubscription(this, 'AlarmMail', {
      protocol: 'email',
      endpoint: address,
      topicArn: topic.topicArn,
    });
    mail.cfnOptions.condition = given;
    return topic;
  }
}

import { type Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ContextAttribute,
  type IScheduleTarget,
  Schedule,
  type ScheduleExpression,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { FunctionName } from '../function-names.ts';
import type { Bundles } from './bundles.ts';
import type { Bilingual } from './concern.ts';
import { DisclosureFunction } from './disclosure-function.ts';
import { DeadLetters } from './work-queue.ts';

export interface ScheduledFunctionProps {
  readonly bundles: Bundles;
  /** What people notice when a run fails. */
  readonly impact: Bilingual;
  readonly timeout: Duration;
  /** With its time zone: a Chinese quarter does not begin at midnight UTC. */
  readonly schedule: ScheduleExpression;
  /** After this long a run that could not be started is put aside. */
  readonly giveUpAfter: Duration;
  /** In MB. @default 512 */
  readonly memory?: number;
}

/**
 * A function that the clock on the wall starts. It is told the time it was meant for, not the time it ran, so a late or
 * repeated run does the same work. Runs that could not be started, and runs that failed at every attempt, end as the
 * same dead letters, and a dead letter is the very input to invoke it with again.
 */
export class ScheduledFunction extends Construct {
  readonly runner: DisclosureFunction;

  constructor(scope: Construct, id: string, name: FunctionName, props: ScheduledFunctionProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    this.runner = new DisclosureFunction(this, name, { ...props, deadLetters: deadLetters.queue });
    new Schedule(this, 'Schedule', {
      schedule: props.schedule,
      timeWindow: TimeWindow.off(),
      target: this.target(deadLetters, props.giveUpAfter),
    });
    const { functionName } = this.runner.function;
    deadLetters.watch(props.impact, {
      zh: `排除原因后，以队列 ${deadLetters.queue.queueName} 中消息正文为输入，重新调用函数 ${functionName}。`,
      en: 'remove the cause, then invoke that function again with the body of the message as its payload.',
    });
  }

  /** Own target, since CDK's would also let the schedule invoke every version and alias (`<function>:*`). */
  private target(deadLetters: DeadLetters, giveUpAfter: Duration): IScheduleTarget {
    const { functionArn } = this.runner.function;
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queue.queueArn] }),
    );
    return {
      bind: () => ({
        arn: functionArn,
        role,
        input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
        retryPolicy: { maximumEventAgeInSeconds: giveUpAfter.toSeconds(), maximumRetryAttempts: 185 },
        deadLetterConfig: { arn: deadLetters.queue.queueArn },
      }),
    };
  }
}

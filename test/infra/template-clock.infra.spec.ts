import { beforeAll, expect, test } from 'vitest';
import { buildTrivialApp, type Templates, templatesOf } from './assembly.ts';

let templates: Templates;
beforeAll(async () => {
  templates = templatesOf(await buildTrivialApp());
});

function schedules() {
  return templates.application.ofType('AWS::Scheduler::Schedule').map(([, { Properties }]) => {
    const target = templates.application.resources[templates.referent(Properties.Target.Arn) ?? ''];
    return { ...Properties, function: target?.Properties };
  });
}

test('three schedules, in the time of the schools', () => {
  const actual = Object.fromEntries(
    schedules().map((schedule) => [
      schedule.function.Description,
      [schedule.ScheduleExpression, schedule.ScheduleExpressionTimezone, schedule.State],
    ]),
  );
  expect(actual).toEqual({
    clock: ['rate(1 minute)', 'Asia/Shanghai', 'ENABLED'],
    'daily-scan': ['cron(30 8 * * ? *)', 'Asia/Shanghai', 'ENABLED'],
    'open-period': ['cron(0 2 1 1,4,7,10 ? *)', 'Asia/Shanghai', 'ENABLED'],
  });
});

test('each passes the time it was meant for, exactly on time', () => {
  for (const { Target, FlexibleTimeWindow } of schedules()) {
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
    expect(FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
  }
});

test('what cannot be started, and what fails at every attempt, ends in the same queue', () => {
  for (const { Target, function: invoked } of schedules()) {
    const notStarted = templates.referent(Target.DeadLetterConfig.Arn);
    expect(notStarted).toBeDefined();
    expect(templates.referent(invoked.DeadLetterConfig.TargetArn)).toBe(notStarted);
    expect(Target.RetryPolicy.MaximumEventAgeInSeconds).toBeGreaterThanOrEqual(300);
  }
});

test('each may invoke its own function and nothing else', () => {
  for (const { Target } of schedules()) {
    const role = templates.referent(Target.RoleArn);
    const statements = templates.application
      .ofType('AWS::IAM::Policy')
      .filter(([, { Properties }]) =>
        Properties.Roles.some((each: unknown) => templates.referent(each) === role),
      )
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    expect(statements.map(({ Action, Resource }) => [Action, templates.referent(Resource)])).toEqual([
      ['lambda:InvokeFunction', templates.referent(Target.Arn)],
      ['sqs:SendMessage', templates.referent(Target.DeadLetterConfig.Arn)],
    ]);
  }
});

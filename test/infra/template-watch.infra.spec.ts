import { beforeAll, describe, expect, test } from 'vitest';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import { buildTrivialApp, stringsIn, type Templates, templatesOf } from './assembly.ts';

let templates: Templates;
beforeAll(async () => {
  templates = templatesOf(await buildTrivialApp());
});

// biome-ignore lint/suspicious/noExplicitAny: a template
const alarms = (): any[] =>
  templates.watch.ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

/** Alarms on a metric with a dimension that refers to this resource, or on this name. */
function alarmsOn(metricName: string, logicalId?: string) {
  return alarms().filter((alarm) => {
    const metrics = [
      alarm,
      ...(alarm.Metrics ?? []).map(({ MetricStat }: { MetricStat?: unknown }) => MetricStat),
    ]
      .filter(Boolean)
      .map((metric) => metric.Metric ?? metric);
    return metrics.some(
      (metric) =>
        metric.MetricName === metricName &&
        (!logicalId ||
          (metric.Dimensions ?? []).some(
            ({ Value }: { Value: unknown }) => templates.referent(Value) === logicalId,
          )),
    );
  });
}

describe('alarms', () => {
  test('every queue of dead letters has one, which says what happens to people and how to redrive', () => {
    const deadLetters = templates.application
      .ofType('AWS::SQS::Queue')
      .filter(([id]) => id.includes('DeadLetters'));
    expect(deadLetters).toHaveLength(18);
    for (const [id] of deadLetters) {
      const [alarm, ...others] = alarmsOn('ApproximateNumberOfMessagesVisible', id);
      expect(others, id).toEqual([]);
      expect(alarm, id).toMatchObject({
        Threshold: 1,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      });
    }
  });

  test('a queue of work is redriven by a command that names both queues', () => {
    const queues = templates.application
      .ofType('AWS::SQS::Queue')
      .filter(([, queue]) => queue.Properties.RedrivePolicy);
    expect(queues).toHaveLength(14);
    for (const [id, { Properties }] of queues) {
      const aside = templates.referent(Properties.RedrivePolicy.deadLetterTargetArn);
      const [alarm] = alarmsOn('ApproximateNumberOfMessagesVisible', aside);
      const parts = alarm.AlarmDescription['Fn::Join'][1];
      expect(parts.join(''), id).toContain('aws sqs start-message-move-task --source-arn ');
      expect(parts.map(templates.referent).filter(Boolean), id).toEqual([aside, id]);
    }
  });

  test('every function has one on its errors: crashes, time-outs and ERROR lines', () => {
    const functions = templates.application.ofType('AWS::Lambda::Function');
    const filters = templates.application
      .ofType('AWS::Logs::MetricFilter')
      .map(([, { Properties }]) => Properties);
    expect(functions).toHaveLength(FUNCTION_NAMES.length);
    for (const [id, { Properties }] of functions) {
      const name = Properties.Description;
      expect(alarmsOn('Errors', id), name).toHaveLength(1);
      expect(alarmsOn(`ErrorLines.${name}`), name).toEqual(alarmsOn('Errors', id));
      const log = templates.referent(Properties.LoggingConfig.LogGroup);
      const [filter] = filters.filter(({ LogGroupName }) => templates.referent(LogGroupName) === log);
      expect(filter.FilterPattern, name).toContain('$.level = "ERROR"');
      expect(filter.MetricTransformations, name).toMatchObject([
        { MetricName: `ErrorLines.${name}`, MetricNamespace: 'Gongkai', MetricValue: '1' },
      ]);
    }
  });

  test('tampering with the record, once, is one', () => {
    expect(alarmsOn('RecordTampered')).toMatchObject([
      {
        Namespace: 'Gongkai',
        Dimensions: [{ Name: 'service', Value: 'gongkai' }],
        Statistic: 'Sum',
        Threshold: 1,
        EvaluationPeriods: 1,
      },
    ]);
  });

  test('a relay that lags, a clock that stopped and an API that fails are alarms', () => {
    expect(alarmsOn('IteratorAge')).toMatchObject([{ Threshold: 60_000, Statistic: 'Maximum' }]);
    expect(alarmsOn('Invocations')).toMatchObject([
      { ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' },
    ]);
    expect(alarmsOn('5xx')).toHaveLength(1);
  });

  test('each speaks Chinese and English about people, fits in its field, and calls somebody', () => {
    expect(alarms()).toHaveLength(43);
    for (const { AlarmName, AlarmDescription, AlarmActions, OKActions } of alarms()) {
      const text = stringsIn(AlarmDescription).join('');
      expect(text, AlarmName).toMatch(/^影响：\p{Script=Han}.+ 处置：.+\nImpact: [a-z].+ To do: [a-z]/su);
      // An ARN can be 120 characters and CloudWatch takes 1024.
      expect(text.length + 2 * 120, AlarmName).toBeLessThan(1024);
      for (const actions of [AlarmActions, OKActions]) {
        expect(actions.map(templates.referent)).toEqual([templates.watch.ofType('AWS::SNS::Topic')[0]?.[0]]);
      }
    }
  });

  test('have names of their own', () => {
    const names = alarms().map(({ AlarmName }) => AlarmName);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('the topic lets the alarms of this account publish, and nobody without TLS', () => {
  const { Statement } = templates.watch.single('AWS::SNS::TopicPolicy').Properties.PolicyDocument;
  expect(Statement).toContainEqual(
    expect.objectContaining({
      Effect: 'Allow',
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    }),
  );
  expect(Statement).toContainEqual(
    expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  );
});

test('the dashboard shows every alarm', () => {
  const body = JSON.stringify(templates.watch.single('AWS::CloudWatch::Dashboard').Properties.DashboardBody);
  for (const [id] of templates.watch.ofType('AWS::CloudWatch::Alarm')) expect(body).toContain(id);
});

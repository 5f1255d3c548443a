import { beforeAll, describe, expect, test } from 'vitest';
import { buildTrivialApp, type Templates, templatesOf } from './assembly.ts';

/**
 * What AWS China does not have, by its own documentation ("Feature availability and implementation differences" of
 * Lambda, API Gateway and SNS at docs.amazonaws.cn), and what its partition writes differently.
 */
let templates: Templates;
beforeAll(async () => {
  templates = templatesOf(await buildTrivialApp());
});

const everyResource = () => templates.all.flatMap(({ resources }) => Object.entries(resources));

describe('the templates in AWS China', () => {
  test('name no partition and no domain of the others', () => {
    for (const { json } of templates.all) {
      const text = JSON.stringify(json);
      expect(text).not.toMatch(/arn:aws:/);
      // Service principals end in amazonaws.com there too; addresses end in amazonaws.com.cn.
      expect(text.match(/[\w.-]*\/\/[\w.-]*amazonaws\.com|\.console\.aws\.amazon\.com/g)).toBeNull();
    }
  });

  test('use only kinds of resource that exist there', () => {
    expect([...new Set(everyResource().map(([, { Type }]) => Type))].sort()).toEqual([
      'AWS::ApiGatewayV2::Api',
      'AWS::ApiGatewayV2::Integration',
      'AWS::ApiGatewayV2::Route',
      'AWS::ApiGatewayV2::Stage',
      'AWS::CloudWatch::Alarm',
      'AWS::CloudWatch::Dashboard',
      'AWS::DynamoDB::Table',
      'AWS::Events::Archive',
      'AWS::Events::EventBus',
      'AWS::Events::Rule',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Lambda::Function',
      'AWS::Lambda::Permission',
      'AWS::Logs::LogGroup',
      'AWS::Logs::MetricFilter',
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
      'AWS::SNS::Subscription',
      'AWS::SNS::Topic',
      'AWS::SNS::TopicPolicy',
      'AWS::SQS::Queue',
      'AWS::SQS::QueuePolicy',
      'AWS::Scheduler::Schedule',
      'AWS::SecretsManager::Secret',
    ]);
  });

  test('ask nothing of Lambda that is missing there: X-Ray, SnapStart, a key for the code', () => {
    for (const [id, { Properties }] of templates.application.ofType('AWS::Lambda::Function')) {
      expect(Properties.TracingConfig, id).toBeUndefined();
      expect(Properties.SnapStart, id).toBeUndefined();
      expect(Properties.Code.SourceKMSKeyArn, id).toBeUndefined();
    }
  });

  test('ask nothing of event source mappings that is missing there: tags, metrics, provisioned mode, S3', () => {
    for (const [id, { Properties }] of templates.application.ofType('AWS::Lambda::EventSourceMapping')) {
      for (const missing of ['Tags', 'MetricsConfig', 'ProvisionedPollerConfig', 'LoggingConfig']) {
        expect(Properties[missing], `${id} ${missing}`).toBeUndefined();
      }
      const destination = templates.referent(Properties.DestinationConfig?.OnFailure.Destination);
      if (destination) expect(templates.application.resources[destination]?.Type).toBe('AWS::SQS::Queue');
    }
  });

  test('notify by e-mail, since there is no SMS and no push', () => {
    const [subscription] = templates.watch.ofType('AWS::SNS::Subscription');
    expect(subscription?.[1].Properties.Protocol).toBe('email');
  });
});

import type { Stack } from './assembly.ts';
import { StartProblem } from './problem.ts';

/** What the local cloud runs. */
const RUNNABLE = new Set([
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::SQS::Queue',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::Scheduler::Schedule',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::SecretsManager::Secret',
]);

/** What has no meaning on one machine, and why leaving it out does not change what the functions see. */
export const IGNORED: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'build information',
  'AWS::IAM::Role': 'everybody here is the same user',
  'AWS::IAM::Policy': 'everybody here is the same user',
  'AWS::IAM::ManagedPolicy': 'everybody here is the same user',
  'AWS::Lambda::Permission': 'everybody here is the same user',
  'AWS::SQS::QueuePolicy': 'everybody here is the same user',
  'AWS::S3::BucketPolicy': 'everybody here is the same user',
  'AWS::SNS::TopicPolicy': 'everybody here is the same user',
  'AWS::Events::EventBusPolicy': 'everybody here is the same user',
  'AWS::Logs::ResourcePolicy': 'everybody here is the same user',
  'AWS::KMS::Key': 'the disk is as safe as the machine',
  'AWS::KMS::Alias': 'the disk is as safe as the machine',
  'AWS::Logs::LogGroup': 'logs are files in the state folder',
  'AWS::Logs::MetricFilter': 'nobody is on call for one machine',
  'AWS::Logs::QueryDefinition': 'nobody is on call for one machine',
  'AWS::CloudWatch::Alarm': 'nobody is on call for one machine',
  'AWS::CloudWatch::CompositeAlarm': 'nobody is on call for one machine',
  'AWS::CloudWatch::Dashboard': 'nobody is on call for one machine',
  'AWS::SNS::Topic': 'nobody is on call for one machine',
  'AWS::SNS::Subscription': 'nobody is on call for one machine',
  'AWS::Events::Archive': 'the log is its own archive',
  'AWS::Scheduler::ScheduleGroup': 'only a name',
};

/**
 * Refuses a template that would only half run.
 *
 * @throws StartProblem that names the logical id and the type of every resource that cannot run here.
 */
export function checkResourceTypes(stacks: readonly Stack[]): void {
  const unknown = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {})
      .filter(([, resource]) => !RUNNABLE.has(resource.Type) && !(resource.Type in IGNORED))
      .map(([logicalId, resource]) => `${logicalId} (${resource.Type}, ${stack.name})`),
  );
  if (unknown.length === 0) return;
  const list = unknown.join(', ');
  throw new StartProblem(
    `模板中有本机无法运行的资源:${list}。请改用受支持的资源,或在 infra/local/resource-types.ts 中支持它。`,
    `The template has resources that cannot run on this machine: ${list}. Use others, or support them in infra/local/resource-types.ts.`,
  );
}

export interface IgnoredResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly reason: string;
}

export function ignoredResources(stacks: readonly Stack[]): IgnoredResource[] {
  return stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources ?? {}).flatMap(([logicalId, { Type: type }]) => {
      const reason = IGNORED[type];
      return reason === undefined ? [] : [{ stack: stack.name, logicalId, type, reason }];
    }),
  );
}

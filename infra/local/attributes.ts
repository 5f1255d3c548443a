import { ACCOUNT, arn, PARTITION } from './identity.ts';
import { StartProblem } from './problem.ts';

/** Where things listen; `Ref` of a queue and the endpoint of an API depend on it. */
export interface Addresses {
  readonly sqs: string;
  readonly http: string;
}

export const queueUrl = (addresses: Addresses, name: string): string => `${addresses.sqs}/${ACCOUNT}/${name}`;

interface Named {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly name: string;
}

type Attributes = (resource: Named, addresses: Addresses) => Readonly<Record<string, string>>;

/** What `Ref` and `Fn::GetAtt` give for each type; the empty name is `Ref`. */
const BY_TYPE: Readonly<Record<string, Attributes>> = {
  'AWS::DynamoDB::Table': ({ name }) => table(name),
  'AWS::DynamoDB::GlobalTable': ({ name }) => table(name),
  'AWS::SQS::Queue': ({ name }, addresses) => ({
    '': queueUrl(addresses, name),
    Arn: arn('sqs', name),
    QueueName: name,
    QueueUrl: queueUrl(addresses, name),
  }),
  'AWS::S3::Bucket': ({ name }) => ({ '': name, Arn: `arn:${PARTITION}:s3:::${name}` }),
  'AWS::Lambda::Function': ({ name }) => ({ '': name, Arn: arn('lambda', `function:${name}`) }),
  'AWS::Events::EventBus': ({ name }) => ({ '': name, Name: name, Arn: arn('events', `event-bus/${name}`) }),
  'AWS::Events::Rule': ({ name }) => ({ '': name, Arn: arn('events', `rule/${name}`) }),
  'AWS::Scheduler::Schedule': ({ name }) => ({ '': name, Arn: arn('scheduler', `schedule/default/${name}`) }),
  'AWS::ApiGatewayV2::Api': ({ logicalId }, addresses) => ({
    '': logicalId,
    ApiId: logicalId,
    ApiEndpoint: addresses.http,
  }),
  'AWS::SecretsManager::Secret': ({ stack, logicalId }) => ({
    '': arn('secretsmanager', `secret:${stack}-${logicalId}`),
    Id: arn('secretsmanager', `secret:${stack}-${logicalId}`),
  }),
  'AWS::IAM::Role': ({ name }) => ({ '': name, Arn: `arn:${PARTITION}:iam::${ACCOUNT}:role/${name}` }),
  'AWS::Logs::LogGroup': ({ name }) => ({ '': name, Arn: `${arn('logs', `log-group:${name}`)}:*` }),
  'AWS::SNS::Topic': ({ name }) => ({ '': arn('sns', name), TopicArn: arn('sns', name), TopicName: name }),
  'AWS::KMS::Key': ({ name }) => ({ '': name, KeyId: name, Arn: arn('kms', `key/${name}`) }),
  'AWS::CloudWatch::Alarm': ({ name }) => ({ '': name, Arn: arn('cloudwatch', `alarm:${name}`) }),
  'AWS::Events::Archive': ({ name }) => ({ '': name, Arn: arn('events', `archive/${name}`) }),
};

const table = (name: string): Record<string, string> => ({
  '': name,
  Arn: arn('dynamodb', `table/${name}`),
  StreamArn: arn('dynamodb', `table/${name}/stream/local`),
});

/** @throws StartProblem for an attribute that the local cloud does not know. */
export function attributeOf(resource: Named, attribute: string, addresses: Addresses): string {
  const value = BY_TYPE[resource.type]?.(resource, addresses)[attribute];
  if (value !== undefined) return value;
  // `Ref` of a type without an entry is its name, as it is for most of them.
  if (attribute === '') return resource.name;
  throw new StartProblem(
    `模板引用了 ${resource.logicalId} (${resource.type}) 的属性 ${attribute},本机不支持。请改用其他属性,或在 infra/local/attributes.ts 中支持它。`,
    `The template refers to attribute ${attribute} of ${resource.logicalId} (${resource.type}), unknown here. Use another, or support it in infra/local/attributes.ts.`,
  );
}

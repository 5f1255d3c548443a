import { AwsError, type AwsJsonClient } from './aws-json.ts';
import { StartProblem } from './problem.ts';
import type { Resource, Template } from './template.ts';

// biome-ignore lint/suspicious/noExplicitAny: shapes of the DynamoDB API.
type Any = any;

/**
 * Creates every table of the template that is not there yet, and adds indices that are new.
 *
 * @param expire whether rows may be deleted by their time to live; a virtual clock is not DynamoDB's clock.
 * @throws StartProblem when a kept table has another key than the template.
 */
export async function createTables(
  template: Template,
  dynamodb: AwsJsonClient,
  expire: boolean,
): Promise<void> {
  for (const resource of template.resources('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')) {
    const wanted = definitionOf(resource);
    const existing = await describe(dynamodb, resource.name);
    if (existing === undefined) await dynamodb.call('CreateTable', wanted);
    else await adapt(dynamodb, resource, existing, wanted);
    const attribute = resource.properties.TimeToLiveSpecification?.AttributeName;
    if (expire && attribute !== undefined) await expireBy(dynamodb, resource.name, attribute);
  }
}

async function describe(dynamodb: AwsJsonClient, name: string): Promise<Any> {
  try {
    return (await dynamodb.call('DescribeTable', { TableName: name })).Table;
  } catch (error) {
    if (error instanceof AwsError && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

function definitionOf({ name, properties }: Resource): Record<string, unknown> {
  const stream = properties.StreamSpecification;
  const indices = (list: Any[] | undefined) =>
    list?.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }));
  return {
    TableName: name,
    KeySchema: properties.KeySchema,
    AttributeDefinitions: properties.AttributeDefinitions,
    GlobalSecondaryIndexes: indices(properties.GlobalSecondaryIndexes),
    LocalSecondaryIndexes: indices(properties.LocalSecondaryIndexes),
    // Throughput that was bought has no meaning here.
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification:
      stream === undefined ? undefined : { StreamEnabled: true, StreamViewType: stream.StreamViewType },
    DeletionProtectionEnabled: properties.DeletionProtectionEnabled,
  };
}

async function adapt(dynamodb: AwsJsonClient, resource: Resource, existing: Any, wanted: Any): Promise<void> {
  const keys = (schema: Any[]) => schema.map((key) => `${key.KeyType}:${key.AttributeName}`).join();
  if (keys(existing.KeySchema) !== keys(wanted.KeySchema)) {
    throw new StartProblem(
      `数据目录中的表 ${resource.name} 与模板的主键不同:请换用新的数据目录,或使用与其相符的版本。`,
      `Table ${resource.name} in the state folder has another key than the template: use a new folder, or the version that made this one.`,
    );
  }
  const known = new Set((existing.GlobalSecondaryIndexes ?? []).map((index: Any) => index.IndexName));
  for (const index of wanted.GlobalSecondaryIndexes ?? []) {
    if (known.has(index.IndexName)) continue;
    await dynamodb.call('UpdateTable', {
      TableName: resource.name,
      AttributeDefinitions: wanted.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    });
  }
  if (wanted.StreamSpecification !== undefined && !existing.StreamSpecification?.StreamEnabled) {
    await dynamodb.call('UpdateTable', {
      TableName: resource.name,
      StreamSpecification: wanted.StreamSpecification,
    });
  }
}

async function expireBy(dynamodb: AwsJsonClient, name: string, attribute: string): Promise<void> {
  const { TimeToLiveDescription: current } = await dynamodb.call('DescribeTimeToLive', { TableName: name });
  if (current?.TimeToLiveStatus === 'ENABLED') return;
  await dynamodb.call('UpdateTimeToLive', {
    TableName: name,
    TimeToLiveSpecification: { Enabled: true, AttributeName: attribute },
  });
}

import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import type { StreamName } from '../../domain/kernel/scope.ts';

/** Every stream in the record whose name begins with `prefix`, sorted. Reads the whole table once. */
export async function streamsIn(
  client: DynamoDBClient,
  logTable: string,
  prefix = 'ORG#',
): Promise<StreamName[]> {
  const pages = paginateScan(
    { client },
    {
      TableName: logTable,
      ConsistentRead: true,
      ProjectionExpression: '#stream',
      FilterExpression: 'begins_with(#stream, :prefix)',
      ExpressionAttributeNames: { '#stream': 'stream' },
      ExpressionAttributeValues: { ':prefix': { S: prefix } },
    },
  );
  const streams = new Set<string>();
  for await (const { Items = [] } of pages) for (const item of Items) streams.add(item.stream?.S ?? '');
  return [...streams].toSorted() as StreamName[];
}

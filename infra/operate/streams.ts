import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import type { StreamName } from '../../domain/kernel/scope.ts';

/** Every stream in the record whose name begins with one of the prefixes, sorted. Reads the whole table once. */
export async function streamsIn(
  client: DynamoDBClient,
  logTable: string,
  prefixes: readonly string[] = ['ORG#'],
): Promise<StreamName[]> {
  const pages = paginateScan(
    { client },
    {
      TableName: logTable,
      ConsistentRead: true,
      ProjectionExpression: '#stream',
      FilterExpression: prefixes.map((_, index) => `begins_with(#stream, :prefix${index})`).join(' OR '),
      ExpressionAttributeNames: { '#stream': 'stream' },
      ExpressionAttributeValues: Object.fromEntries(
        prefixes.map((prefix, index) => [`:prefix${index}`, { S: prefix }]),
      ),
    },
  );
  const streams = new Set<string>();
  for await (const { Items = [] } of pages) for (const item of Items) streams.add(item.stream?.S ?? '');
  return [...streams].toSorted() as StreamName[];
}

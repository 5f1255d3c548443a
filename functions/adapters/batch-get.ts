import { setTimeout as sleep } from 'node:timers/promises';
import { type AttributeValue, BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

type Attributes = Record<string, AttributeValue>;

/** What DynamoDB takes in one `BatchGetItem`. */
const MOST_KEYS = 100;
/** DynamoDB answers a batch in part when the table is throttled; after so many calls we say so. */
const CALLS = 6;
const FIRST_PAUSE_MS = 25;

/**
 * The rows that are there, of those with the keys, read consistently and in no order. No key may be given twice.
 * @throws Error when the table is throttled for longer than about a second
 */
export async function batchGet(
  client: DynamoDBClient,
  table: string,
  keys: readonly Attributes[],
): Promise<readonly Attributes[]> {
  const batches = Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, index) =>
    oneBatch(client, table, keys.slice(index * MOST_KEYS, (index + 1) * MOST_KEYS)),
  );
  return (await Promise.all(batches)).flat();
}

async function oneBatch(client: DynamoDBClient, table: string, keys: Attributes[]): Promise<Attributes[]> {
  const rows: Attributes[] = [];
  let open = keys;
  for (let call = 1; ; call += 1) {
    const request = { Keys: open, ConsistentRead: true };
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [table]: request } }));
    rows.push(...(answer.Responses?.[table] ?? []));
    open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    if (open.length === 0) return rows;
    if (call === CALLS)
      throw new Error(`${open.length} keys of ${table} are still unread after ${CALLS} calls`);
    await sleep(FIRST_PAUSE_MS * 2 ** (call - 1));
  }
}

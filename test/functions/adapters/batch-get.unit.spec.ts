import type { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { batchGet } from '../../../functions/adapters/batch-get.ts';

const TABLE = 'Log';
const keyOf = (n: number) => ({ stream: { S: `s-${n}` } });
const keys = (count: number) => Array.from({ length: count }, (_, n) => keyOf(n));

/** A throttled table: answers at most so many keys of a call and hands the others back. */
function tableServing(most: number) {
  const calls: number[] = [];
  const client = {
    async send({ input }: BatchGetItemCommand) {
      const { Keys = [], ConsistentRead } = input.RequestItems?.[TABLE] ?? {};
      calls.push(Keys.length);
      if (Keys.length > 100 || !ConsistentRead) throw new Error('refused by DynamoDB, or stale');
      const rest = Keys.slice(most);
      return {
        Responses: { [TABLE]: Keys.slice(0, most) },
        UnprocessedKeys: rest.length > 0 ? { [TABLE]: { Keys: rest } } : {},
      };
    },
  } as unknown as DynamoDBClient;
  return { client, calls };
}

describe('a batch of keys', () => {
  it('is asked for in parts that DynamoDB takes', async () => {
    const { client, calls } = tableServing(100);
    expect(await batchGet(client, TABLE, keys(201))).toEqual(keys(201));
    expect(calls).toEqual([100, 100, 1]);
  });

  it('is asked for again as far as a throttled table left it out', async () => {
    const { client, calls } = tableServing(2);
    expect(await batchGet(client, TABLE, keys(5))).toEqual(keys(5));
    expect(calls).toEqual([5, 3, 1]);
  });

  it('fails loudly when the table answers nothing for long: unread is not the same as absent', async () => {
    const { client, calls } = tableServing(0);
    await expect(batchGet(client, TABLE, keys(1))).rejects.toThrow(
      '1 keys of Log are still unread after 6 calls',
    );
    expect(calls).toHaveLength(6);
  });
});

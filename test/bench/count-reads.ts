import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Reads through one client so far; reset it by writing noughts. */
export interface Reads {
  calls: number;
  units: number;
}

const READING: ReadonlySet<string> = new Set(['QueryCommand', 'GetItemCommand', 'BatchGetItemCommand']);

/** Makes every read through this client say what it cost. */
export function countReads(client: DynamoDBClient): Reads {
  const reads: Reads = { calls: 0, units: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        if (!READING.has(commandName)) return next(args);
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(args);
        const { ConsumedCapacity: capacity } = result.output as {
          ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
        };
        if (capacity === undefined) throw new Error('the engine did not say what a read cost');
        reads.calls += 1;
        for (const { CapacityUnits = Number.NaN } of [capacity].flat()) reads.units += CapacityUnits;
        return result;
      },
    { step: 'initialize' },
  );
  return reads;
}

import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What one put cost, in write units. */
export interface Put {
  readonly table: string;
  readonly base: number;
  /** Only the indexes that it touched. */
  readonly indexes: Readonly<Record<string, number>>;
}

/** Makes every put through this client say what it cost. The list goes on growing; empty it at will. */
export function countPuts(client: DynamoDBClient): Put[] {
  const puts: Put[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      if (!('Item' in args.input)) return next(args);
      Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' });
      const result = await next(args);
      const { ConsumedCapacity: capacity } = result.output as { ConsumedCapacity?: ConsumedCapacity };
      puts.push(costOf(capacity));
      return result;
    },
    { step: 'initialize' },
  );
  return puts;
}

function costOf(capacity: ConsumedCapacity | undefined): Put {
  if (capacity?.TableName === undefined) throw new Error('the engine did not say what a put cost');
  const unitsOf = ({ CapacityUnits, WriteCapacityUnits }: ConsumedCapacity) =>
    CapacityUnits ?? WriteCapacityUnits ?? Number.NaN;
  const indexes = Object.entries(capacity.GlobalSecondaryIndexes ?? {}).map(
    ([name, index]) => [name, unitsOf(index)] as const,
  );
  return {
    table: capacity.TableName,
    base: capacity.Table ? unitsOf(capacity.Table) : unitsOf(capacity),
    indexes: Object.fromEntries(indexes.filter(([, units]) => units > 0)),
  };
}

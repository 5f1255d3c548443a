import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoLog } from '../../../functions/adapters/log.ts';
import { DynamoViews } from '../../../functions/adapters/views.ts';
import { dynoxide, type Engine } from '../adapters/engines.ts';
import { createTables, type Tables } from '../adapters/tables.ts';
import { counterShell } from './counter.ts';

let engine: Engine;
let tables: Tables;
const consumed: number[] = [];

beforeAll(async () => {
  engine = await dynoxide();
  tables = await createTables(engine.client);
  engine.client.middlewareStack.add(
    (next) => async (args) => {
      const isPut = 'Item' in (args.input as object);
      if (isPut) Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      const output = result.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      if (isPut) consumed.push(output.ConsumedCapacity?.CapacityUnits ?? Number.NaN);
      return result;
    },
    { step: 'initialize' },
  );
}, 60_000);
afterAll(() => engine?.stop());

/** Write units of what `act` puts, one number a put. */
async function unitsOf(act: () => Promise<unknown>): Promise<number[]> {
  consumed.length = 0;
  await act();
  return [...consumed];
}

describe('a command', () => {
  it('costs one write unit while its commit is no larger than 1 KB, however long the stream', async () => {
    const { add } = counterShell(new DynamoLog(engine.client, tables.log));
    for (let n = 0; n < 5; n += 1) expect(await unitsOf(() => add(1))).toEqual([1]);
  });

  it('costs the kilobytes it writes, rounded up, beyond that', async () => {
    const log = new DynamoLog(engine.client, tables.log);
    const { add } = counterShell(log);
    const correlation = 'x'.repeat(2_500);
    expect(await unitsOf(() => add(1, { correlation }))).toEqual([3]);
  });

  it('that changes nothing costs nothing', async () => {
    const { add } = counterShell(new DynamoLog(engine.client, tables.log));
    expect(await unitsOf(() => add(0))).toEqual([]);
  });
});

describe('a view', () => {
  it('costs one write unit for the card and one for each list that it is in', async () => {
    const views = new DynamoViews(engine.client, tables.views);
    const row = { pk: 'P', sk: 'one', version: 1, card: { title: '标题' } };
    expect(await unitsOf(() => views.put(row))).toEqual([1]);
    const board = { key: 'B', sort: '2026#one' };
    expect(await unitsOf(() => views.put({ ...row, sk: 'two', board }))).toEqual([2]);
  });
});

it('the engine counts as DynamoDB does', async () => {
  const put = new PutItemCommand({
    TableName: tables.views,
    Item: { pk: { S: 'x' }, sk: { S: 'y' }, card: { S: 'x'.repeat(1_100) } },
  });
  expect(await unitsOf(() => engine.client.send(put))).toEqual([2]);
});

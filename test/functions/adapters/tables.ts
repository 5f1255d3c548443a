import { randomUUID } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Tables {
  readonly log: string;
  readonly views: string;
}

const INDICES = {
  board: ['boardKey', 'boardSort', 'ALL'],
  desk: ['deskKey', 'deskSort', 'ALL'],
  due: ['dueShard', 'dueAt', 'KEYS_ONLY'],
} as const;

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];
const string = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });

/** Fresh tables with the keys that the template gives them, so that tests do not meet. */
export async function createTables(client: DynamoDBClient): Promise<Tables> {
  const suffix = randomUUID();
  const tables = { log: `Log-${suffix}`, views: `Views-${suffix}` };
  await client.send(
    new CreateTableCommand({
      TableName: tables.log,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys('stream', 'version'),
      AttributeDefinitions: [string('stream'), { AttributeName: 'version', AttributeType: 'N' }],
    }),
  );
  await client.send(
    new CreateTableCommand({
      TableName: tables.views,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys('pk', 'sk'),
      AttributeDefinitions: [
        string('pk'),
        string('sk'),
        ...Object.values(INDICES).flatMap(([hash, range]) => [string(hash), string(range)]),
      ],
      GlobalSecondaryIndexes: Object.entries(INDICES).map(([IndexName, [hash, range, ProjectionType]]) => ({
        IndexName,
        KeySchema: keys(hash, range),
        Projection: { ProjectionType },
      })),
    }),
  );
  return tables;
}

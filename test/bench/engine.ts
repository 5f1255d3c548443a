import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynoxide } from '../functions/adapters/engines.ts';
import { createTables } from '../functions/adapters/tables.ts';

export interface BenchEngine {
  readonly client: DynamoDBClient;
  readonly log: string;
  readonly views: string;
  /** Another table with the keys and the stream of the record. */
  streamedTable(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Dynoxide as `npm start` runs it: on a file, with the indices over its streams. */
export async function startEngine(): Promise<BenchEngine> {
  const { client, stop } = await dynoxide();
  const { views } = await createTables(client);
  const streamedTable = async (name: string): Promise<string> => {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'stream', KeyType: 'HASH' },
          { AttributeName: 'version', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'stream', AttributeType: 'S' },
          { AttributeName: 'version', AttributeType: 'N' },
        ],
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    );
    return name;
  };
  return { client, log: await streamedTable('Log'), views, streamedTable, stop };
}

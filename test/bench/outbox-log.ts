import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { SealedCommit } from '../../domain/kernel/commit.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import { DynamoLog, type Log, type LogItem, toItem } from '../../functions/adapters/log.ts';

/** The three rows of the textbook outbox for one commit: state, event, and the marker that it is to be sent. */
export function outboxTransaction(table: string, item: LogItem): TransactWriteItemsCommand {
  const { stream, version, body } = item;
  const conditional = {
    TableName: table,
    ConditionExpression: 'attribute_not_exists(#stream) OR #version < :version',
    ExpressionAttributeNames: { '#stream': 'stream', '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  };
  const state = { stream: { S: `STATE#${stream.S}` }, version: { N: '0' }, body };
  const marker = { stream: { S: `OUTBOX#${stream.S}` }, version };
  return new TransactWriteItemsCommand({
    TransactItems: [
      { Put: { ...conditional, Item: state } },
      { Put: { TableName: table, Item: item } },
      { Put: { TableName: table, Item: marker } },
    ],
  });
}

/** Not for use: what the record would be as a textbook outbox, so that the two can be compared. */
export class OutboxLog implements Log {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #reader: DynamoLog;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
    this.#reader = new DynamoLog(client, table);
  }

  read(stream: StreamName, after?: number): Promise<SealedCommit[]> {
    return this.#reader.read(stream, after);
  }

  async append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    try {
      await this.#client.send(outboxTransaction(this.#table, toItem(commit)));
      return 'appended';
    } catch (error) {
      if (error instanceof TransactionCanceledException) return 'taken';
      throw error;
    }
  }
}

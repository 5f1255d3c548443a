import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  paginateQuery,
} from '@aws-sdk/client-dynamodb';
import type { SealedCommit } from '../../domain/kernel/commit.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import { batchGet } from './batch-get.ts';
import { type Known, Tails } from './tails.ts';

/** The record: an append-only list of commits for each stream. There is no other way to write to it. */
export interface Log {
  /**
   * Commits of a stream with a version above `after`, in order, read consistently. Of streams that are known up to a
   * version, read in one tick those that belong together: they cost one call as long as none of them has grown.
   */
  read(stream: StreamName, after?: number): Promise<SealedCommit[]>;
  /** Writes the commit unless its version is taken. One write unit per KB; never overwrites. */
  append(commit: SealedCommit): Promise<'appended' | 'taken'>;
}

export class DynamoLog implements Log {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #tails = new Tails({
    having: (commits) => this.#having(commits),
    read: ({ stream, version }) => this.#query(stream, version),
  });

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  read(stream: StreamName, after = 0): Promise<SealedCommit[]> {
    return after === 0 ? this.#query(stream, after) : this.#tails.of({ stream, version: after });
  }

  async #having(commits: readonly Known[]): Promise<ReadonlySet<StreamName>> {
    const keys = commits.map(({ stream, version }) => ({
      stream: { S: stream },
      version: { N: String(version) },
    }));
    const rows = await batchGet(this.#client, this.#table, keys);
    return new Set(rows.map(({ stream }) => stream?.S as StreamName));
  }

  async #query(stream: StreamName, after: number): Promise<SealedCommit[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        ConsistentRead: true,
        KeyConditionExpression: '#stream = :stream AND #version > :after',
        ExpressionAttributeNames: { '#stream': 'stream', '#version': 'version' },
        ExpressionAttributeValues: { ':stream': { S: stream }, ':after': { N: String(after) } },
      },
    );
    const commits: SealedCommit[] = [];
    for await (const page of pages) commits.push(...(page.Items ?? []).map(fromItem));
    return commits;
  }

  async append(commit: SealedCommit): Promise<'appended' | 'taken'> {
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: toItem(commit),
          ConditionExpression: 'attribute_not_exists(#stream)',
          ExpressionAttributeNames: { '#stream': 'stream' },
        }),
      );
      return 'appended';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'taken';
      throw error;
    }
  }
}

/** One row of the log table; the attribute names are those of the domain. */
export type LogItem = Record<'stream' | 'body' | 'previous' | 'hash', { S: string }> & {
  version: { N: string };
};

export function toItem(commit: SealedCommit): LogItem {
  return {
    stream: { S: commit.stream },
    version: { N: String(commit.version) },
    body: { S: commit.body },
    previous: { S: commit.previous },
    hash: { S: commit.hash },
  };
}

/** @throws Error when an attribute is missing: then somebody else wrote into the record */
export function fromItem(
  item: Record<string, { S?: string | undefined; N?: string | undefined }>,
): SealedCommit {
  const text = (name: string): string => {
    const value = item[name]?.S;
    if (value === undefined) throw new Error(`log row without ${name}`);
    return value;
  };
  return {
    stream: text('stream') as StreamName,
    version: Number(item.version?.N),
    body: text('body'),
    previous: text('previous'),
    hash: text('hash'),
  };
}

import { AwsError, type AwsJsonClient } from './aws-json.ts';

export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

/** A place in a stream: everything up to and including it is done. */
export interface Position {
  readonly shard: string;
  /** Undefined: nothing of the shard is done. */
  readonly sequence: string | undefined;
}

export interface Batch {
  readonly shard: string;
  readonly records: readonly StreamRecord[];
}

interface Cursor {
  readonly shard: string;
  iterator: string | undefined;
}

const SHARDS_KNOWN_FOR_MS = 10_000;

/** Reads the stream of one table in order, shard after shard, from a position that its user keeps. */
export class StreamReader {
  private readonly streams: AwsJsonClient;
  private readonly streamArn: string;
  private readonly position: () => Position | undefined;
  private shards: string[] = [];
  private listedAt = 0;
  private cursor: Cursor | undefined;

  constructor(streams: AwsJsonClient, streamArn: string, position: () => Position | undefined) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.position = position;
  }

  /** Up to `limit` records after the last ones that were read; none when the stream has no more. */
  async next(limit: number): Promise<Batch> {
    for (;;) {
      this.cursor ??= await this.open();
      if (this.cursor === undefined) return { shard: '', records: [] };
      const { shard } = this.cursor;
      const { records, iterator } = await this.read(this.cursor, limit);
      this.cursor.iterator = iterator;
      if (records.length > 0) return { shard, records };
      const following = await this.shardAfter(shard);
      if (following === undefined) {
        // A closed shard without successor: a new one will appear.
        if (iterator === undefined) this.listedAt = 0;
        return { shard, records };
      }
      this.cursor = { shard: following, iterator: await this.iterator(following, undefined) };
    }
  }

  /** Reads again from the position that is kept. */
  reset(): void {
    this.cursor = undefined;
  }

  private async open(): Promise<Cursor | undefined> {
    const shards = await this.list();
    const position = this.position();
    const known = position !== undefined && shards.includes(position.shard);
    const shard = known ? position.shard : shards[0];
    if (shard === undefined) return undefined;
    return { shard, iterator: await this.iterator(shard, known ? position.sequence : undefined) };
  }

  private async shardAfter(shard: string): Promise<string | undefined> {
    const shards = await this.list();
    return shards[shards.indexOf(shard) + 1];
  }

  private async list(): Promise<string[]> {
    if (Date.now() - this.listedAt < SHARDS_KNOWN_FOR_MS) return this.shards;
    const shards: { ShardId: string; ParentShardId?: string }[] = [];
    let after: string | undefined;
    do {
      const { StreamDescription: page } = await this.streams.call('DescribeStream', {
        StreamArn: this.streamArn,
        ExclusiveStartShardId: after,
      });
      shards.push(...page.Shards);
      after = page.LastEvaluatedShardId;
    } while (after !== undefined);
    this.shards = shards.map((shard) => shard.ShardId).sort();
    this.listedAt = Date.now();
    return this.shards;
  }

  private async iterator(shard: string, sequence: string | undefined): Promise<string> {
    const where =
      sequence === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequence };
    const answer = await this.streams.call('GetShardIterator', {
      StreamArn: this.streamArn,
      ShardId: shard,
      ...where,
    });
    return answer.ShardIterator;
  }

  private async read(
    cursor: Cursor,
    limit: number,
  ): Promise<{ records: StreamRecord[]; iterator: string | undefined }> {
    if (cursor.iterator === undefined) return { records: [], iterator: undefined };
    try {
      const answer = await this.streams.call('GetRecords', { ShardIterator: cursor.iterator, Limit: limit });
      return { records: answer.Records, iterator: answer.NextShardIterator };
    } catch (error) {
      // Iterators live for 15 minutes.
      if (error instanceof AwsError && error.code === 'ExpiredIteratorException') this.reset();
      throw error;
    }
  }
}

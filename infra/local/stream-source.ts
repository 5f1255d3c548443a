import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity, WorkSource } from './activity.ts';
import type { Clock } from './clock.ts';
import { REGION } from './identity.ts';
import type { Logger } from './log.ts';
import type { Matcher } from './pattern.ts';
import type { Batch, StreamReader, StreamRecord } from './stream-reader.ts';

export interface StreamMapping {
  readonly name: string;
  readonly streamArn: string;
  readonly batchSize: number;
  readonly reportsFailures: boolean;
  readonly bisects: boolean;
  /** Attempts after the first; Infinity for ever. */
  readonly retries: number;
  readonly wants: Matcher;
  invoke(event: unknown): Promise<unknown>;
  /** Told about records that are given up; undefined drops them. */
  readonly giveUp: ((details: unknown) => void) | undefined;
  /** Remembers that everything up to this sequence number is done. */
  done(shard: string, sequence: string): void;
}

export interface StreamSurroundings {
  readonly activity: Activity;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Pauses between polls (ms): short while functions run, which may write at any moment, longer when all is quiet. */
const BUSY_PAUSE = 10;
const QUIET_PAUSE = 100;
/** Between polls that find nothing (ms): under load every ending function asks for one, and each costs as much as a put. */
const SHORTEST_GAP = 5;
const RETRY_PAUSE = { first: 50, longest: 5_000 };

/**
 * Feeds one function from one table's stream, in order, at least once. A position is only remembered after its batch
 * succeeded, so a killed process repeats records and never loses one.
 */
export class StreamSource implements WorkSource {
  readonly name: string;
  private readonly mapping: StreamMapping;
  private readonly reader: StreamReader;
  private readonly around: StreamSurroundings;
  private stopped = false;
  private wake: (() => void) | undefined;
  private polls: ((empty: boolean) => void)[] = [];
  private finished: Promise<void> | undefined;

  constructor(mapping: StreamMapping, reader: StreamReader, around: StreamSurroundings) {
    this.name = mapping.name;
    this.mapping = mapping;
    this.reader = reader;
    this.around = around;
    around.activity.onEnd(() => this.wake?.());
  }

  start(): void {
    this.finished = this.loop();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.finished;
  }

  /** Waits for a poll that begins after this call, and says whether it found nothing. */
  settled(): Promise<boolean> {
    return new Promise((resolve) => {
      this.polls.push(resolve);
      this.wake?.();
    });
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      const asking = this.polls.splice(0);
      const empty = await this.poll();
      for (const answer of asking) answer(empty);
      if (empty && !this.stopped && this.polls.length === 0) await this.pause();
    }
    for (const answer of this.polls.splice(0)) answer(true);
  }

  private async poll(): Promise<boolean> {
    try {
      const batch = await this.reader.next(this.mapping.batchSize);
      if (batch.records.length === 0) return true;
      await this.around.activity.during(() => this.deliver(batch));
      return false;
    } catch (error) {
      if (this.stopped) return true;
      this.around.logger.warn(`${this.name}: ${(error as Error).message}`);
      this.reader.reset();
      await sleep(QUIET_PAUSE);
      return false;
    }
  }

  private pause(): Promise<void> {
    const longest = this.around.activity.busy ? BUSY_PAUSE : QUIET_PAUSE;
    const polledAt = performance.now();
    return new Promise((resolve) => {
      let timer = setTimeout(resolve, longest);
      this.wake = () => {
        clearTimeout(timer);
        const gap = this.polls.length > 0 || this.stopped ? 0 : polledAt + SHORTEST_GAP - performance.now();
        if (gap <= 0) resolve();
        else timer = setTimeout(resolve, gap);
      };
    });
  }

  private async deliver({ shard, records }: Batch): Promise<void> {
    let rest = records;
    let attempt = 0;
    while (rest.length > 0 && !this.stopped) {
      const failed = await this.attempt(rest);
      // A function that was cut off by our own end has not failed.
      if (failed === 0 && this.stopped) return;
      if (failed !== 0) this.finish(shard, rest[(failed ?? rest.length) - 1]);
      if (failed === undefined) return;
      if (failed > 0) attempt = 0;
      rest = rest.slice(failed);
      if (this.mapping.bisects && rest.length > 1) {
        const half = Math.ceil(rest.length / 2);
        await this.deliver({ shard, records: rest.slice(0, half) });
        rest = rest.slice(half);
        attempt = 0;
        continue;
      }
      attempt += 1;
      if (attempt > this.mapping.retries) {
        this.abandon(shard, rest, attempt);
        return;
      }
      await this.backOff(attempt);
    }
  }

  /** Index of the first record that failed, or undefined when all are done. */
  private async attempt(records: readonly StreamRecord[]): Promise<number | undefined> {
    const wanted = records
      .map((record) => this.asEvent(record))
      .filter((record) => this.mapping.wants(record));
    if (wanted.length === 0) return undefined;
    try {
      const result = await this.mapping.invoke({ Records: wanted });
      return this.mapping.reportsFailures ? firstFailed(records, result) : undefined;
    } catch {
      return 0;
    }
  }

  private asEvent(record: StreamRecord): StreamRecord {
    const { clock } = this.around;
    const at = clock.virtual ? Math.floor(clock.now() / 1000) : record.dynamodb.ApproximateCreationDateTime;
    return {
      ...record,
      awsRegion: REGION,
      eventSource: 'aws:dynamodb',
      eventSourceARN: this.mapping.streamArn,
      dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: at },
    };
  }

  private finish(shard: string, record: StreamRecord | undefined): void {
    if (record !== undefined) this.mapping.done(shard, record.dynamodb.SequenceNumber);
  }

  private abandon(shard: string, records: readonly StreamRecord[], attempts: number): void {
    const first = records[0] as StreamRecord;
    const last = records.at(-1) as StreamRecord;
    this.around.logger.error(
      `${this.name}: gave up ${records.length} records from ${first.dynamodb.SequenceNumber} after ${attempts} attempts`,
    );
    this.mapping.giveUp?.({
      version: '1.0',
      timestamp: new Date(this.around.clock.now()).toISOString(),
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: attempts },
      DDBStreamBatchInfo: {
        shardId: shard,
        startSequenceNumber: first.dynamodb.SequenceNumber,
        endSequenceNumber: last.dynamodb.SequenceNumber,
        batchSize: records.length,
        streamArn: this.mapping.streamArn,
      },
    });
    this.finish(shard, last);
  }

  private async backOff(attempt: number): Promise<void> {
    const pause = Math.min(RETRY_PAUSE.first * 2 ** (attempt - 1), RETRY_PAUSE.longest);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        if (!this.stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** An identifier that is empty or not in the batch fails all of it, as in the cloud. */
function firstFailed(records: readonly StreamRecord[], result: unknown): number | undefined {
  const failures = (result as { batchItemFailures?: { itemIdentifier?: string }[] } | null)
    ?.batchItemFailures;
  if (failures === undefined || failures === null || failures.length === 0) return undefined;
  const indices = failures.map(({ itemIdentifier }) =>
    records.findIndex((record) => record.dynamodb.SequenceNumber === itemIdentifier),
  );
  return Math.max(0, Math.min(...indices));
}

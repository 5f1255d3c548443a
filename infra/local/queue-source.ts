import { setTimeout as sleep } from 'node:timers/promises';
import type { Activity, WorkSource } from './activity.ts';
import type { AwsJsonClient } from './aws-json.ts';
import type { Clock, Timeline } from './clock.ts';
import type { Queues } from './fauxqs.ts';
import type { Logger } from './log.ts';
import type { Redrive } from './queues.ts';

export interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MD5OfBody: string;
  readonly Attributes: Record<string, string>;
  readonly MessageAttributes?: Record<string, { DataType: string; StringValue: string }>;
}

/** What became of a message: done and to be deleted, or to be tried again after so many seconds of the clock. */
export type Outcome = 'done' | { readonly againAfter: number };

export interface QueueMapping {
  readonly name: string;
  readonly queue: string;
  readonly url: string;
  readonly batchSize: number;
  /** How long to gather a batch, in ms. */
  readonly windowMs: number;
  /** Batches worked on at a time. */
  readonly concurrency: number;
  readonly redrive: Redrive | undefined;
  /** Never rejects; one outcome a message. */
  handle(messages: readonly Message[]): Promise<readonly Outcome[]>;
}

export interface QueueSurroundings {
  readonly sqs: AwsJsonClient;
  readonly receiver: AwsJsonClient;
  readonly queues: Queues;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly logger: Logger;
}

const LONG_POLL_SECONDS = 20;
const RECEIVE_LIMIT = 10;
/** Under a virtual clock a failed message must not come back by real time: SQS's longest time-out, 12 hours. */
const PUT_AWAY_SECONDS = 43_200;

/** Feeds one consumer from one queue, at least once; puts away what failed too often. */
export class QueueSource implements WorkSource, Timeline {
  readonly name: string;
  readonly repeats = false;
  private readonly mapping: QueueMapping;
  private readonly around: QueueSurroundings;
  private readonly inWork = new Set<Promise<void>>();
  /** Messages that failed, by receipt, and when (ms on the clock) they are due again. */
  private readonly putAway = new Map<string, number>();
  private stopped = false;
  private finished: Promise<void> | undefined;

  constructor(mapping: QueueMapping, around: QueueSurroundings) {
    this.name = mapping.name;
    this.mapping = mapping;
    this.around = around;
  }

  start(): void {
    this.finished = this.loop();
  }

  /** No more is received; resolves when what is being worked on is finished. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.finished;
    await Promise.all(this.inWork);
  }

  async settled(): Promise<boolean> {
    if (this.inWork.size > 0) return false;
    const { ready, inFlight } = this.around.queues.inspect(this.mapping.queue);
    const present = new Set(inFlight);
    for (const receipt of this.putAway.keys()) if (!present.has(receipt)) this.putAway.delete(receipt);
    // A receipt we do not know is on its way to us.
    return ready === 0 && inFlight.every((receipt) => this.putAway.has(receipt));
  }

  next(): number | undefined {
    return this.putAway.size === 0 ? undefined : Math.min(...this.putAway.values());
  }

  async fire(at: number): Promise<void> {
    for (const [receipt, due] of this.putAway) {
      if (due > at) continue;
      this.putAway.delete(receipt);
      await this.showAgain(receipt);
    }
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      if (this.inWork.size >= this.mapping.concurrency) {
        await Promise.race(this.inWork);
        continue;
      }
      const messages = await this.receive();
      if (messages.length === 0) continue;
      const work = this.around.activity
        .during(() => this.work(messages))
        .catch((error: Error) => this.around.logger.warn(`${this.name}: ${error.message}`));
      this.inWork.add(work);
      void work.finally(() => this.inWork.delete(work));
    }
  }

  private async receive(): Promise<Message[]> {
    const batch = await this.poll(Math.min(this.mapping.batchSize, RECEIVE_LIMIT), LONG_POLL_SECONDS);
    const until = Date.now() + this.mapping.windowMs;
    while (batch.length > 0 && batch.length < this.mapping.batchSize && !this.stopped) {
      const remaining = until - Date.now();
      if (remaining <= 0 && batch.length < RECEIVE_LIMIT) break;
      const more = await this.poll(Math.min(this.mapping.batchSize - batch.length, RECEIVE_LIMIT), 0);
      batch.push(...more);
      if (more.length > 0) continue;
      if (remaining <= 0) break;
      await sleep(Math.min(remaining, 20));
    }
    return batch;
  }

  private async poll(limit: number, waitSeconds: number): Promise<Message[]> {
    try {
      const { Messages: messages = [] } = await this.around.receiver.call('ReceiveMessage', {
        QueueUrl: this.mapping.url,
        MaxNumberOfMessages: limit,
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      });
      return messages;
    } catch (error) {
      if (!this.stopped) {
        this.around.logger.warn(`${this.name}: ${(error as Error).message}`);
        await sleep(100);
      }
      return [];
    }
  }

  private async work(received: readonly Message[]): Promise<void> {
    const messages = await this.withoutExhausted(received);
    if (messages.length === 0) return;
    const outcomes = await this.mapping.handle(messages.map((message) => this.onOurClock(message)));
    const done = messages.filter((_, index) => outcomes[index] === 'done');
    await this.delete(done);
    // A function that was cut off by our own end has not failed.
    if (this.stopped) return;
    for (const [index, message] of messages.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined && outcome !== 'done') await this.retryLater(message, outcome.againAfter);
    }
  }

  /** Stored in the dead-letter queue first, then deleted: killed in between, it is there twice and never lost. */
  private async withoutExhausted(messages: readonly Message[]): Promise<Message[]> {
    const { redrive } = this.mapping;
    if (redrive === undefined) return [...messages];
    const tooOften = (message: Message) =>
      Number(message.Attributes.ApproximateReceiveCount) > redrive.maxReceiveCount;
    const exhausted = messages.filter(tooOften);
    for (const { MessageId, Body, MessageAttributes } of exhausted) {
      this.around.queues.send(redrive.deadLetterQueue, Body, MessageAttributes);
      this.around.logger.error(`${this.name}: message ${MessageId} put into ${redrive.deadLetterQueue}`);
    }
    await this.delete(exhausted);
    return messages.filter((message) => !tooOften(message));
  }

  private onOurClock(message: Message): Message {
    if (!this.around.clock.virtual) return message;
    const now = String(this.around.clock.now());
    const times = { SentTimestamp: now, ApproximateFirstReceiveTimestamp: now };
    return { ...message, Attributes: { ...message.Attributes, ...times } };
  }

  private async delete(messages: readonly Message[]): Promise<void> {
    for (let index = 0; index < messages.length; index += RECEIVE_LIMIT) {
      const entries = messages.slice(index, index + RECEIVE_LIMIT);
      await this.around.sqs.call('DeleteMessageBatch', {
        QueueUrl: this.mapping.url,
        Entries: entries.map(({ ReceiptHandle }, id) => ({ Id: String(id), ReceiptHandle })),
      });
    }
  }

  private async retryLater({ ReceiptHandle: receipt }: Message, seconds: number): Promise<void> {
    this.putAway.set(receipt, this.around.clock.now() + seconds * 1000);
    await this.setVisibility(receipt, this.around.clock.virtual ? PUT_AWAY_SECONDS : Math.max(1, seconds));
  }

  /** fauxqs 2.4 loses a message from memory when its time-out is set to 0 and it is also kept on disk. */
  private async showAgain(receipt: string): Promise<void> {
    await this.setVisibility(receipt, this.around.queues.durable ? 1 : 0);
  }

  private async setVisibility(receipt: string, seconds: number): Promise<void> {
    await this.around.sqs.call('ChangeMessageVisibility', {
      QueueUrl: this.mapping.url,
      ReceiptHandle: receipt,
      VisibilityTimeout: seconds,
    });
  }
}

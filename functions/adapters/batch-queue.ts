import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';

/** An aggregate whose time has come, and the instant at which that was seen. */
export const dueMessage = z.object({ stream: z.string(), at: z.iso.datetime() });
export type DueMessage = z.infer<typeof dueMessage>;

export interface DueQueue {
  send(message: DueMessage): Promise<void>;
  /** Sends what is still waiting for its batch to fill. */
  flush(): Promise<void>;
}

/** SQS takes ten messages a call. */
const BATCH = 10;

export class SqsDueQueue implements DueQueue {
  readonly #client: SQSClient;
  readonly #url: string;
  #waiting: DueMessage[] = [];

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async send(message: DueMessage): Promise<void> {
    this.#waiting.push(message);
    if (this.#waiting.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const { Failed = [] } = await this.#client.send(
      new SendMessageBatchCommand({
        QueueUrl: this.#url,
        Entries: batch.map((message, index) => ({ Id: String(index), MessageBody: JSON.stringify(message) })),
      }),
    );
    if (Failed.length > 0)
      throw new Error(`${Failed.length} due messages were not taken: ${Failed[0]?.Code}`);
  }
}

import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** Work for others to do: messages in, in batches. */
export interface BatchQueue<Message> {
  send(message: Message): Promise<void>;
  /** Sends what is still waiting for its batch to fill. */
  flush(): Promise<void>;
}

/** SQS takes ten messages a call. */
const BATCH = 10;

export class SqsBatchQueue<Message> implements BatchQueue<Message> {
  readonly #client: SQSClient;
  readonly #url: string;
  #waiting: Message[] = [];

  constructor(client: SQSClient, url: string) {
    this.#client = client;
    this.#url = url;
  }

  async send(message: Message): Promise<void> {
    this.#waiting.push(message);
    if (this.#waiting.length >= BATCH) await this.flush();
  }

  /** @throws Error when one was not taken; sending all of them again does no harm */
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
    if (Failed.length > 0) throw new Error(`${Failed.length} messages were not taken: ${Failed[0]?.Code}`);
  }
}

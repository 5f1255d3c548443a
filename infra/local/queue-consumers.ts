import { REGION } from './identity.ts';
import type { LambdaFunction } from './lambda/functions.ts';
import type { Matcher } from './pattern.ts';
import type { Message, Outcome } from './queue-source.ts';

export interface BatchConsumerOptions {
  readonly target: LambdaFunction;
  readonly queueArn: string;
  readonly reportsFailures: boolean;
  /** The queue's visibility time-out: when a failed message shows again. */
  readonly visibilitySeconds: number;
  readonly wants: Matcher;
}

/** An SQS event source mapping: batches of messages, with partial failures if the function reports them. */
export function batchConsumer(options: BatchConsumerOptions) {
  const { target, visibilitySeconds, reportsFailures, wants } = options;
  const again: Outcome = { againAfter: visibilitySeconds };
  return async (messages: readonly Message[]): Promise<readonly Outcome[]> => {
    const wanted = messages.filter((message) => wants({ ...message, body: parsed(message.Body) }));
    if (wanted.length === 0) return messages.map(() => 'done');
    try {
      const result = await target.invoke({
        Records: wanted.map((message) => asRecord(message, options.queueArn)),
      });
      const failed = reportsFailures ? failedIds(result) : new Set<string>();
      const known = new Set(wanted.map((message) => message.MessageId));
      // An identifier that nobody knows fails the whole batch, as in the cloud.
      if ([...failed].some((id) => !known.has(id))) return messages.map(() => again);
      return messages.map(({ MessageId }) => (failed.has(MessageId) ? again : 'done'));
    } catch {
      return messages.map((message) => (wanted.includes(message) ? again : 'done'));
    }
  };
}

export interface AsyncConsumerOptions {
  readonly target: LambdaFunction;
  /** Attempts after the first. */
  readonly retries: number;
  /** Told about an event that failed at every attempt. */
  giveUp(event: string): void;
}

/** An asynchronous invocation: one event, tried again after one and after two minutes. */
export function asyncConsumer({ target, retries, giveUp }: AsyncConsumerOptions) {
  return (messages: readonly Message[]): Promise<readonly Outcome[]> =>
    Promise.all(
      messages.map(async (message): Promise<Outcome> => {
        try {
          await target.invoke(JSON.parse(message.Body));
          return 'done';
        } catch {
          const attempts = Number(message.Attributes.ApproximateReceiveCount);
          if (attempts <= retries) return { againAfter: 60 * attempts };
          giveUp(message.Body);
          return 'done';
        }
      }),
    );
}

function asRecord(message: Message, queueArn: string): unknown {
  const attributes = Object.entries(message.MessageAttributes ?? {});
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes,
    messageAttributes: Object.fromEntries(
      attributes.map(([name, { DataType, StringValue }]) => [
        name,
        { stringValue: StringValue, stringListValues: [], binaryListValues: [], dataType: DataType },
      ]),
    ),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: REGION,
  };
}

function failedIds(result: unknown): Set<string> {
  const { batchItemFailures: failures } = (result ?? {}) as {
    batchItemFailures?: { itemIdentifier?: string }[] | null;
  };
  return new Set((failures ?? []).map(({ itemIdentifier }) => itemIdentifier ?? ''));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

import middy from '@middy/core';
import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { type BusEvent, readBusEvent } from './bus-event.ts';
import { logger } from './logger.ts';

/** A function behind a rule and a queue: takes each event and reports each failure by itself. */
export const eventHandler = (consume: (event: BusEvent) => Promise<void>) =>
  queueHandler((body) => readBusEvent((body as { detail?: unknown } | null)?.detail), consume);

/**
 * A function behind a queue. What the rules refuse is dropped with a line in the log, since asking again would be
 * refused again; everything else goes back to the queue, and in the end to its dead-letter queue.
 *
 * @param read checks what a body holds and throws when it is something else
 */
export function queueHandler<Message>(
  read: (body: unknown) => Message,
  consume: (message: Message) => Promise<void>,
) {
  async function take({ messageId, body }: SQSRecord): Promise<SQSBatchItemFailure[]> {
    try {
      await consume(read(JSON.parse(body)));
    } catch (error) {
      if (!(error instanceof Refusal)) {
        logger.error('message failed', { messageId, error });
        return [{ itemIdentifier: messageId }];
      }
      logger.warn('message dropped', { messageId, code: error.code });
    }
    return [];
  }
  return middy<SQSEvent, SQSBatchResponse>().handler(async ({ Records }) => ({
    batchItemFailures: (await Promise.all(Records.map(take))).flat(),
  }));
}

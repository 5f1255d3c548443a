import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import middy from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { type BusEvent, busEvent } from './bus-event.ts';
import { logger } from './logger.ts';

const busEnvelope = z.object({ detail: busEvent });

/** A function behind a rule and a queue: takes events one by one and reports each failure by itself. */
export const eventHandler = (consume: (event: BusEvent) => Promise<void>) =>
  queueHandler(busEnvelope, ({ detail }) => consume(detail));

/**
 * A function behind a queue. What the rules refuse is dropped with a line in the log, since asking again would be
 * refused again; everything else goes back to the queue, and in the end to its dead-letter queue.
 */
export function queueHandler<Schema extends z.ZodType>(
  schema: Schema,
  consume: (message: z.infer<Schema>) => Promise<void>,
) {
  const processor = new BatchProcessor(EventType.SQS);
  async function takeRecord(record: SQSRecord): Promise<void> {
    try {
      await consume(schema.parse(JSON.parse(record.body)));
    } catch (error) {
      if (!(error instanceof Refusal)) {
        logger.error('message failed', { messageId: record.messageId, error: error as Error });
        throw error;
      }
      logger.warn('message dropped', { messageId: record.messageId, code: error.code });
    }
  }
  return middy<SQSEvent, SQSBatchResponse, Error, Context>().handler((event, context) =>
    processPartialResponse(event, takeRecord, processor, { context, throwOnFullBatchFailure: false }),
  );
}

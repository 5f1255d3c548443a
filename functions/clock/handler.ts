import { SQSClient } from '@aws-sdk/client-sqs';
import { SqsBatchQueue } from '../adapters/batch-queue.ts';
import { dynamoClient } from '../adapters/clients.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { scheduleHandler } from '../edge/schedule-handler.ts';
import type { DueMessage } from '../shell/due.ts';
import { wakeWhatIsDue } from './clock.ts';

const env = readEnv('VIEWS_TABLE', 'DUE_QUEUE_URL');
const views = new DynamoViews(dynamoClient(), env.VIEWS_TABLE);
const queue = new SqsBatchQueue<DueMessage>(new SQSClient({}), env.DUE_QUEUE_URL);

export const handler = scheduleHandler(async (now) => {
  await wakeWhatIsDue(views, queue, now);
});

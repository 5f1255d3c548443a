import { SQSClient } from '@aws-sdk/client-sqs';
import { dynamoClient } from '../adapters/clients.ts';
import { SqsDueQueue } from '../adapters/due-queue.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { scheduleHandler } from '../edge/schedule-handler.ts';
import { wakeWhatIsDue } from './clock.ts';

const env = readEnv('VIEWS_TABLE', 'DUE_QUEUE_URL');
const views = new DynamoViews(dynamoClient(), env.VIEWS_TABLE);
const queue = new SqsDueQueue(new SQSClient({}), env.DUE_QUEUE_URL);

export const handler = scheduleHandler(async (now) => {
  await wakeWhatIsDue(views, queue, now);
});

import { SQSClient } from '@aws-sdk/client-sqs';
import { SqsBatchQueue } from '../adapters/batch-queue.ts';
import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { scheduleHandler } from '../edge/schedule-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { planOpening } from './open-period.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'DISTRICT', 'OPENING_QUEUE_URL');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const deps = {
  log,
  aggregates: new Aggregates(log),
  views: new DynamoViews(client, env.VIEWS_TABLE),
  queue: new SqsBatchQueue(new SQSClient({}), env.OPENING_QUEUE_URL),
  district: env.DISTRICT,
};

export const handler = scheduleHandler((now) => planOpening(deps, now));

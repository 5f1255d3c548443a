import { SQSClient } from '@aws-sdk/client-sqs';
import { SqsBatchQueue } from '../adapters/batch-queue.ts';
import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { logger } from '../edge/logger.ts';
import { count } from '../edge/metrics.ts';
import { scheduleHandler } from '../edge/schedule-handler.ts';
import { healOpening } from '../open-period/open-period.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Digests } from '../shell/digests.ts';
import type { DueMessage } from '../shell/due.ts';
import { countStuck } from './daily-scan.ts';
import { remindOfHolidays } from './holidays.ts';
import { planSeals } from './seals.ts';
import { remindOfUnmetDemand } from './unmet.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'DISTRICT', 'OPENING_QUEUE_URL', 'DUE_QUEUE_URL');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const views = new DynamoViews(client, env.VIEWS_TABLE);
const sqs = new SQSClient({});
const due = new SqsBatchQueue<DueMessage>(sqs, env.DUE_QUEUE_URL);
const opening = {
  log,
  aggregates: new Aggregates(log),
  views,
  queue: new SqsBatchQueue(sqs, env.OPENING_QUEUE_URL),
  district: env.DISTRICT,
};

const digests = new Digests(log, opening.aggregates, env.DISTRICT);

export const handler = scheduleHandler(async (now) => {
  await healOpening(opening, now);
  await remindOfHolidays(opening, now);
  await planSeals({ ...opening, due }, now);
  await remindOfUnmetDemand({ ...opening, digests }, now);
  const stuck = await countStuck(views, now);
  count('DueStuck', stuck);
  if (stuck > 0) logger.error('things that were due are stuck', { stuck });
});

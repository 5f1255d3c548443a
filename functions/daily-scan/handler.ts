import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { logger } from '../edge/logger.ts';
import { scheduleHandler } from '../edge/schedule-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { openQuarter } from '../shell/periods.ts';
import { countStuck } from './daily-scan.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'DISTRICT');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const views = new DynamoViews(client, env.VIEWS_TABLE);
const aggregates = new Aggregates(log);
const metrics = new Metrics({ namespace: 'Gongkai', serviceName: 'gongkai' });

export const handler = scheduleHandler(async (now) => {
  await openQuarter({ log, aggregates }, env.DISTRICT, now, 'daily-scan');
  const stuck = await countStuck(views, now);
  metrics.addMetric('DueStuck', MetricUnit.Count, stuck);
  metrics.publishStoredMetrics();
  if (stuck > 0) logger.error('things that were due are stuck', { stuck });
});

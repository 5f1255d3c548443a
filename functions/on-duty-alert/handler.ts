import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Digests } from '../shell/digests.ts';
import { tellOf } from './on-duty-alert.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'DISTRICT');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const aggregates = new Aggregates(log);
const dependencies = {
  log,
  aggregates,
  views: new DynamoViews(client, env.VIEWS_TABLE),
  district: env.DISTRICT,
  digests: new Digests(log, aggregates, env.DISTRICT),
};

export const handler = eventHandler((event) => tellOf(event, dependencies));

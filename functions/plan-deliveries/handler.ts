import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Deliveries } from '../shell/deliveries.ts';
import { planDeliveries } from './plan-deliveries.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const deliveries = new Deliveries(log, new Aggregates(log));
const views = new DynamoViews(client, env.VIEWS_TABLE);

export const handler = eventHandler((event) => planDeliveries(event, { deliveries, views }));

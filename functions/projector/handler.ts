import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { projectionsOver } from './projections.ts';
import { Projector } from './projector.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'DISTRICT');
const client = dynamoClient();
const aggregates = new Aggregates(new DynamoLog(client, env.LOG_TABLE));
const views = new DynamoViews(client, env.VIEWS_TABLE);
const projector = new Projector(aggregates, views, projectionsOver(aggregates, env.DISTRICT));

export const handler = eventHandler((event) => projector.project(event));

import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { followFeedback } from './on-feedback-received.ts';

const env = readEnv('LOG_TABLE', 'DISTRICT');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log);

export const handler = eventHandler((event) =>
  followFeedback({ log, aggregates, district: env.DISTRICT }, event),
);

import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { isInstant, isText, readMessage } from '../edge/message.ts';
import { queueHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import type { DueMessage } from '../shell/due.ts';
import { DueWorker } from './due-worker.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'DISTRICT');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const worker = new DueWorker({
  log,
  aggregates: new Aggregates(log),
  views: new DynamoViews(client, env.VIEWS_TABLE),
  district: env.DISTRICT,
});

const readDue = (body: unknown): DueMessage =>
  readMessage<DueMessage>({ stream: isText, at: isInstant }, body);

export const handler = queueHandler(readDue, (message) => worker.wake(message));

import { dynamoClient } from '../adapters/clients.ts';
import { dueMessage } from '../adapters/due-queue.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { queueHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { DueWorker } from './due-worker.ts';

const env = readEnv('LOG_TABLE');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const worker = new DueWorker(log, new Aggregates(log));

export const handler = queueHandler(dueMessage, (message) => worker.wake(message));

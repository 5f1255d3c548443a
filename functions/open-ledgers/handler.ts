import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { isInstant, isTexts, readMessage } from '../edge/message.ts';
import { queueHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Ledgers } from '../shell/ledgers.ts';
import { Opening, type OpeningMessage } from './open-ledgers.ts';

const env = readEnv('LOG_TABLE', 'DISTRICT');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log);
const opening = new Opening(log, aggregates, new Ledgers(log, aggregates, env.DISTRICT));

const readOpening = (body: unknown): OpeningMessage =>
  readMessage<OpeningMessage>({ at: isInstant, organisations: isTexts }, body);

export const handler = queueHandler(readOpening, (message) => opening.open(message));

import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Ledgers } from '../shell/ledgers.ts';
import { LedgerKeeper } from './keep-ledger.ts';

const env = readEnv('LOG_TABLE', 'DISTRICT');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log);
const keeper = new LedgerKeeper(aggregates, new Ledgers(log, aggregates, env.DISTRICT));

export const handler = eventHandler((event) => keeper.take(event));

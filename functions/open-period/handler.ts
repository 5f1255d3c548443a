import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { scheduleHandler } from '../edge/schedule-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { openQuarter } from '../shell/periods.ts';

const env = readEnv('LOG_TABLE', 'DISTRICT');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log);

export const handler = scheduleHandler((now) =>
  openQuarter({ log, aggregates }, env.DISTRICT, now, 'open-period'),
);

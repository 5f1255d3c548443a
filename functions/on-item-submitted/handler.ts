import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { react } from '../shell/reactions.ts';

const env = readEnv('LOG_TABLE');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const items = new ItemCommands(log, new Aggregates(log));

/** Screens what was submitted for personal data; with the result the reviewers get their task. */
export const handler = eventHandler((event) => react(items, event, 'on-item-submitted', 'ScreenItem'));

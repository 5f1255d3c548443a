import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { mailerAt } from '../adapters/mailer.ts';
import { Sealer } from '../adapters/sealed.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Digests } from '../shell/digests.ts';
import { paced } from './paced.ts';
import { type RouteSources, Routes } from './routes.ts';
import { sendDigest } from './send-digest.ts';

const env = readEnv('LOG_TABLE', 'DISTRICT', 'PUBLIC_URL', 'DISPLAY_MASTER_KEY');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log);

// See send-delivery: only where the system itself stands on the loopback interface may a robot do so too.
const opensLoopback = ['localhost', '127.0.0.1'].includes(new URL(env.PUBLIC_URL).hostname);

// What speaks to the outside is loaded with the first message: it was a fifth of the start.
const toRobot: RouteSources['toRobot'] = async (address, message, allowedAddresses) => {
  const { GroupRobot } = await import('../adapters/robots.ts');
  return new GroupRobot(address, { allowedAddresses, opensLoopback, clock: Date.now }).send(message);
};

const dependencies = {
  digests: new Digests(log, aggregates, env.DISTRICT),
  routes: new Routes({
    aggregates,
    // Without a mail server nothing is mailed, and everything lies in the inboxes.
    mailer: mailerAt(process.env),
    sealer: new Sealer(env.DISPLAY_MASTER_KEY),
    toRobot: paced(toRobot, Date.now),
    publicUrl: env.PUBLIC_URL,
  }),
};

export const handler = eventHandler((event) => sendDigest(event, dependencies));

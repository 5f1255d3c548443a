import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DisplaySecrets } from '../adapters/secrets.ts';
import type { Webhook } from '../adapters/webhook.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Deliveries } from '../shell/deliveries.ts';
import { DisplayCommands } from '../shell/display-commands.ts';
import { sendDelivery } from './send-delivery.ts';

const env = readEnv('LOG_TABLE', 'PUBLIC_URL', 'DISPLAY_MASTER_KEY');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log);

// Where the system itself stands on the loopback interface to be tried out, its displays may do so too. Anywhere else
// that interface is the Lambda runtime's own API, and no policy may send us there.
const opensLoopback = ['localhost', '127.0.0.1'].includes(new URL(env.PUBLIC_URL).hostname);

const dependencies = {
  deliveries: new Deliveries(log, aggregates),
  displays: new DisplayCommands(log, aggregates),
  secrets: new DisplaySecrets(env.DISPLAY_MASTER_KEY),
  // Loaded with the first notice to send, and with it the HTTP client and the resolver of Node.
  send: async (webhook: Webhook) =>
    (await import('../adapters/webhook.ts')).sendWebhook(webhook, { opensLoopback }),
  publicUrl: env.PUBLIC_URL,
  clock: Date.now,
};

export const handler = eventHandler((event) => sendDelivery(event, dependencies));

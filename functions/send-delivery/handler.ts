import { parseStream } from '../../domain/kernel/scope.ts';
import type { Carriers } from '../adapters/carriers/convey.ts';
import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoPace } from '../adapters/pace.ts';
import { Sealer } from '../adapters/sealed.ts';
import { DisplaySecrets } from '../adapters/secrets.ts';
import type { Webhook } from '../adapters/webhook.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Deliveries } from '../shell/deliveries.ts';
import { DisplayReports } from '../shell/display-reports.ts';
import { type SendDependencies, sendDelivery } from './send-delivery.ts';
import type { SweepDependencies } from './sweep.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'PUBLIC_URL', 'DISPLAY_MASTER_KEY');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const aggregates = new Aggregates(log);

// Where the system itself stands on the loopback interface to be tried out, its displays may do so too. Anywhere else
// that interface is the Lambda runtime's own API, and no policy may send us there.
const opensLoopback = ['localhost', '127.0.0.1'].includes(new URL(env.PUBLIC_URL).hostname);

/** Made once, since it keeps the tokens of those who give them out. */
let made: Promise<Carriers> | undefined;
const carriers = (): Promise<Carriers> => {
  made ??= import('../adapters/carriers/convey.ts').then(({ carriersOver }) =>
    carriersOver({ opensLoopback, clock: Date.now }),
  );
  return made;
};

const dependencies: SendDependencies & SweepDependencies = {
  deliveries: new Deliveries(log, aggregates),
  reports: new DisplayReports(log, aggregates),
  secrets: new DisplaySecrets(env.DISPLAY_MASTER_KEY),
  sealer: new Sealer(env.DISPLAY_MASTER_KEY),
  pace: new DynamoPace(client, env.VIEWS_TABLE),
  // Loaded with the first notice to send, and with it the HTTP client and the resolver of Node.
  send: async (webhook: Webhook) =>
    (await import('../adapters/webhook.ts')).sendWebhook(webhook, { opensLoopback }),
  convey: async (conveyance) => (await carriers()).convey(conveyance),
  sweep: async (system, isGone) => (await carriers()).sweep(system, isGone),
  publicUrl: env.PUBLIC_URL,
  clock: Date.now,
};

export const handler = eventHandler(async (event) => {
  if (event.type === 'ResendRequested') return (await import('./sweep.ts')).sweepTable(event, dependencies);
  return parseStream(event.stream).kind === 'DISPLAY'
    ? (await import('./send-probe.ts')).sendProbe(event, dependencies)
    : sendDelivery(event, dependencies);
});

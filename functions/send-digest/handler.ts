import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import type { MailSettings } from '../adapters/mail.ts';
import type { Mailer } from '../adapters/mailer.ts';
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

function mailerAt(settings: MailSettings): Mailer {
  let loading: Promise<Mailer> | undefined;
  return {
    async send(message) {
      loading ??= import('../adapters/mail.ts').then(({ SmtpMailer }) => new SmtpMailer(settings));
      return (await loading).send(message);
    },
  };
}

/** Without a mail server nothing is mailed, and everything lies in the inboxes. */
const { SMTP_URL: url = '', MAIL_SENDER: sender = '' } = process.env;
const mailer = url && sender ? mailerAt({ url, sender }) : undefined;

const dependencies = {
  digests: new Digests(log, aggregates, env.DISTRICT),
  routes: new Routes({
    aggregates,
    mailer,
    sealer: new Sealer(env.DISPLAY_MASTER_KEY),
    toRobot: paced(toRobot, Date.now),
    publicUrl: env.PUBLIC_URL,
  }),
};

export const handler = eventHandler((event) => sendDigest(event, dependencies));

import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import { mailerAt } from '../adapters/mailer.ts';
import { Sealer } from '../adapters/sealed.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { eventHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Receipts } from '../shell/feedback-receipts.ts';
import { MailReplies } from '../shell/mail-replies.ts';
import { MailAnswers } from './answer-mail.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'PUBLIC_URL', 'DISPLAY_MASTER_KEY');
const client = dynamoClient();
const key = env.DISPLAY_MASTER_KEY;

const answers = new MailAnswers({
  aggregates: new Aggregates(new DynamoLog(client, env.LOG_TABLE)),
  replies: new MailReplies(
    new DynamoViews(client, env.VIEWS_TABLE),
    new Sealer(key),
    new MailboxSecrets(key),
  ),
  receipts: new Receipts(key),
  mailer: mailerAt(process.env),
  publicUrl: env.PUBLIC_URL,
});

export const handler = eventHandler((event) => answers.take(event));

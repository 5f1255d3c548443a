import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { MailboxSecrets } from '../adapters/mailbox-secrets.ts';
import { Presigner } from '../adapters/presigned.ts';
import { Sealer } from '../adapters/sealed.ts';
import { DisplaySecrets } from '../adapters/secrets.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { lambdaOf } from '../edge/http.ts';
import { OidcProvider } from '../edge/token.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { FeedbackGuard } from '../shell/feedback-guard.ts';
import { Receipts } from '../shell/feedback-receipts.ts';
import { FileAccess } from '../shell/file-access.ts';
import { commandsApp, TRUST_MS } from './commands.ts';
import { useCasesOf } from './use-cases.ts';

const env = readEnv(
  'LOG_TABLE',
  'VIEWS_TABLE',
  'FILES_BUCKET',
  'DISTRICT',
  'DISTRICT_ADMINISTRATOR',
  'DISPLAY_MASTER_KEY',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
);
const district = { id: env.DISTRICT, administrator: env.DISTRICT_ADMINISTRATOR };
const secrets = new DisplaySecrets(env.DISPLAY_MASTER_KEY);
const sealer = new Sealer(env.DISPLAY_MASTER_KEY);
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const views = new DynamoViews(client, env.VIEWS_TABLE);
const voice = {
  receipts: new Receipts(env.DISPLAY_MASTER_KEY),
  guard: new FeedbackGuard(views, env.DISPLAY_MASTER_KEY),
};
const access = new FileAccess(new Presigner(env.FILES_BUCKET));
const aggregates = new Aggregates(log, { trustMs: TRUST_MS });

export const handler = lambdaOf(
  commandsApp({
    provider: new OidcProvider(env.OIDC_ISSUER, env.OIDC_CLIENT_ID),
    useCases: useCasesOf(
      log,
      aggregates,
      district,
      secrets,
      sealer,
      voice,
      access,
      views,
      new MailboxSecrets(env.DISPLAY_MASTER_KEY),
    ),
    aggregates,
  }),
);

import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { lambdaOf } from '../edge/http.ts';
import { OidcProvider } from '../edge/token.ts';
import { issuersOf } from '../issuing/issuers.ts';
import { Permits } from '../issuing/permits.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { rostersIn } from '../shell/rosters.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { commandsApp, TRUST_MS } from './commands.ts';

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
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const views = new DynamoViews(client, env.VIEWS_TABLE);
const aggregates = new Aggregates(log, { trustMs: TRUST_MS });

export const handler = lambdaOf(
  commandsApp({
    provider: new OidcProvider(env.OIDC_ISSUER, env.OIDC_CLIENT_ID),
    aggregates,
    issuers: issuersOf({
      log,
      aggregates,
      views,
      district: { id: env.DISTRICT, administrator: env.DISTRICT_ADMINISTRATOR },
      permits: new Permits(aggregates, new Tenancy(aggregates, rostersIn(views, env.DISTRICT)), env.DISTRICT),
      masterKey: env.DISPLAY_MASTER_KEY,
      files: { bucket: env.FILES_BUCKET },
    }),
  }),
);

import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { Sealer } from '../adapters/sealed.ts';
import { DisplaySecrets } from '../adapters/secrets.ts';
import { readEnv } from '../edge/env.ts';
import { lambdaOf } from '../edge/http.ts';
import { OidcProvider } from '../edge/token.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { commandsApp, TRUST_MS } from './commands.ts';
import { useCasesOf } from './use-cases.ts';

const env = readEnv(
  'LOG_TABLE',
  'DISTRICT',
  'DISTRICT_ADMINISTRATOR',
  'DISPLAY_MASTER_KEY',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
);
const district = { id: env.DISTRICT, administrator: env.DISTRICT_ADMINISTRATOR };
const secrets = new DisplaySecrets(env.DISPLAY_MASTER_KEY);
const sealer = new Sealer(env.DISPLAY_MASTER_KEY);
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log, { trustMs: TRUST_MS });

export const handler = lambdaOf(
  commandsApp({
    provider: new OidcProvider(env.OIDC_ISSUER, env.OIDC_CLIENT_ID),
    useCases: useCasesOf(log, aggregates, district, secrets, sealer),
    aggregates,
  }),
);

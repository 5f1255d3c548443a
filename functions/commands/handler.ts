import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { lambdaOf } from '../edge/http.ts';
import { OidcProvider } from '../edge/token.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { commandsApp } from './commands.ts';
import { useCasesOf } from './use-cases.ts';

const env = readEnv('LOG_TABLE', 'DISTRICT', 'DISTRICT_ADMINISTRATOR', 'OIDC_ISSUER', 'OIDC_CLIENT_ID');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);

export const handler = lambdaOf(
  commandsApp({
    provider: new OidcProvider(env.OIDC_ISSUER, env.OIDC_CLIENT_ID),
    useCases: useCasesOf(log, new Aggregates(log), {
      id: env.DISTRICT,
      administrator: env.DISTRICT_ADMINISTRATOR,
    }),
  }),
);

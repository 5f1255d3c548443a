import { dynamoClient } from '../adapters/clients.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { lazily } from '../api/lazily.ts';
import { readEnv } from '../edge/env.ts';
import { lambdaOf } from '../edge/http.ts';
import { OidcProvider } from '../edge/token.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Readings } from '../shell/readings.ts';
import { queriesApp } from './queries.ts';

const env = readEnv('LOG_TABLE', 'VIEWS_TABLE', 'FILES_BUCKET', 'DISTRICT', 'OIDC_ISSUER', 'OIDC_CLIENT_ID');
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const views = new DynamoViews(client, env.VIEWS_TABLE);

const access = lazily(async () => {
  const [{ FileAccess }, { Presigner }] = await Promise.all([
    import('../shell/file-access.ts'),
    import('../adapters/presigned.ts'),
  ]);
  return new FileAccess(new Presigner(env.FILES_BUCKET));
});

export const handler = lambdaOf(
  queriesApp({
    provider: new OidcProvider(env.OIDC_ISSUER, env.OIDC_CLIENT_ID),
    readings: new Readings({ log, aggregates: new Aggregates(log), views, district: env.DISTRICT }),
    access,
  }),
);

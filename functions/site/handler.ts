import { dynamoClient } from '../adapters/clients.ts';
import { DisplayTokens } from '../adapters/display-tokens.ts';
import { fetchObject } from '../adapters/fetched.ts';
import { DynamoLog } from '../adapters/log.ts';
import { Presigner } from '../adapters/presigned.ts';
import { DynamoViews } from '../adapters/views.ts';
import { readEnv } from '../edge/env.ts';
import { lambdaOf } from '../edge/http.ts';
import { OidcProvider } from '../edge/token.ts';
import { FeedTokens } from '../export/feed-token.ts';
import { openIssuersOf } from '../issuing/issuers.ts';
import { Permits } from '../issuing/permits.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Challenges } from '../shell/feedback-challenge.ts';
import { FeedbackGuard } from '../shell/feedback-guard.ts';
import { Receipts } from '../shell/feedback-receipts.ts';
import { FileAccess } from '../shell/file-access.ts';
import { Readings } from '../shell/readings.ts';
import { rostersIn } from '../shell/rosters.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { commandsOn } from './commanding.ts';
import { siteApp } from './site.tsx';

const env = readEnv(
  'LOG_TABLE',
  'VIEWS_TABLE',
  'FILES_BUCKET',
  'PUBLIC_URL',
  'DISTRICT',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'BOARD_FRAME_ANCESTORS',
  'DISPLAY_MASTER_KEY',
);
const client = dynamoClient();
const log = new DynamoLog(client, env.LOG_TABLE);
const views = new DynamoViews(client, env.VIEWS_TABLE);
const aggregates = new Aggregates(log);
const rosters = rostersIn(views, env.DISTRICT);
const tenancy = new Tenancy(aggregates, rosters);
const permits = new Permits(aggregates, tenancy, env.DISTRICT);

export const handler = lambdaOf(
  siteApp({
    readings: new Readings({ log, aggregates, views, district: env.DISTRICT }),
    tenancy,
    aggregates,
    views,
    issuers: openIssuersOf({
      log,
      aggregates,
      views,
      district: { id: env.DISTRICT },
      permits,
      masterKey: env.DISPLAY_MASTER_KEY,
    }),
    ...commandsOn({ log, aggregates, views, district: env.DISTRICT, rosters }),
    access: new FileAccess(new Presigner(env.FILES_BUCKET)),
    fetchObject,
    voice: {
      receipts: new Receipts(env.DISPLAY_MASTER_KEY),
      guard: new FeedbackGuard(views, env.DISPLAY_MASTER_KEY),
      challenges: new Challenges(env.DISPLAY_MASTER_KEY),
    },
    permits,
    provider: new OidcProvider(env.OIDC_ISSUER, env.OIDC_CLIENT_ID),
    settings: {
      publicUrl: env.PUBLIC_URL,
      district: env.DISTRICT,
      clientId: env.OIDC_CLIENT_ID,
      boardFrameAncestors: env.BOARD_FRAME_ANCESTORS,
    },
    displayTokens: new DisplayTokens(env.DISPLAY_MASTER_KEY),
    feedTokens: new FeedTokens(env.DISPLAY_MASTER_KEY),
  }),
);

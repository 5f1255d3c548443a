import { dynamoClient } from '../adapters/clients.ts';
import { DisplayTokens } from '../adapters/display-tokens.ts';
import { DynamoLog } from '../adapters/log.ts';
import { DynamoViews } from '../adapters/views.ts';
import { Permits } from '../commands/permits.ts';
import { readEnv } from '../edge/env.ts';
import { lambdaOf } from '../edge/http.ts';
import { OidcProvider } from '../edge/token.ts';
import { FeedTokens } from '../export/feed-token.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { Digests } from '../shell/digests.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { LedgerCommands } from '../shell/ledger-commands.ts';
import { Ledgers } from '../shell/ledgers.ts';
import { Readings } from '../shell/readings.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { siteApp } from './site.tsx';

const env = readEnv(
  'LOG_TABLE',
  'VIEWS_TABLE',
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
const tenancy = new Tenancy(aggregates);

export const handler = lambdaOf(
  siteApp({
    readings: new Readings({ log, aggregates, views, district: env.DISTRICT }),
    tenancy,
    aggregates,
    views,
    items: new ItemCommands(log, aggregates),
    feedback: new FeedbackCommands(log, aggregates),
    ledgers: new LedgerCommands(new Ledgers(log, aggregates, env.DISTRICT)),
    digests: new Digests(log, aggregates, env.DISTRICT),
    permits: new Permits(aggregates, tenancy, env.DISTRICT),
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

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
import { Calendars } from '../shell/calendars.ts';
import { Digests } from '../shell/digests.ts';
import { DisplayCommands } from '../shell/display-commands.ts';
import { EnquiryCommands } from '../shell/enquiry-commands.ts';
import { Challenges } from '../shell/feedback-challenge.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { FeedbackGuard } from '../shell/feedback-guard.ts';
import { Receipts } from '../shell/feedback-receipts.ts';
import { FileAccess } from '../shell/file-access.ts';
import { FileCommands } from '../shell/file-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { LedgerCommands } from '../shell/ledger-commands.ts';
import { Ledgers } from '../shell/ledgers.ts';
import { OpenOpinions } from '../shell/open-opinions.ts';
import { Readings } from '../shell/readings.ts';
import { rostersIn } from '../shell/rosters.ts';
import { SurveyCommands } from '../shell/survey-commands.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { TopicCommands } from '../shell/topic-commands.ts';
import { Vocabularies } from '../shell/vocabularies.ts';
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
    items: new ItemCommands(
      log,
      aggregates,
      new OpenOpinions(views, new Calendars(aggregates, env.DISTRICT)),
      new Vocabularies(aggregates, env.DISTRICT),
    ),
    files: new FileCommands(log, aggregates),
    access: new FileAccess(new Presigner(env.FILES_BUCKET)),
    fetchObject,
    feedback: new FeedbackCommands(log, aggregates, env.DISTRICT),
    voice: {
      receipts: new Receipts(env.DISPLAY_MASTER_KEY),
      guard: new FeedbackGuard(views, env.DISPLAY_MASTER_KEY),
      challenges: new Challenges(env.DISPLAY_MASTER_KEY),
    },
    displays: new DisplayCommands(log, aggregates),
    enquiries: new EnquiryCommands(log, aggregates, env.DISTRICT, rosters),
    topics: new TopicCommands(log, aggregates, env.DISTRICT, rosters),
    surveys: new SurveyCommands(log, aggregates, env.DISTRICT, rosters),
    ledgers: new LedgerCommands(new Ledgers(log, aggregates, env.DISTRICT)),
    digests: new Digests(log, aggregates, env.DISTRICT),
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

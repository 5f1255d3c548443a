import type { Log } from '../adapters/log.ts';
import type { Sealer } from '../adapters/sealed.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { CalendarCommands } from '../shell/calendar-commands.ts';
import { Calendars } from '../shell/calendars.ts';
import { CatalogueCommands } from '../shell/catalogue-commands.ts';
import { DisplayCommands } from '../shell/display-commands.ts';
import { EnquiryCommands } from '../shell/enquiry-commands.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import type { FileAccess } from '../shell/file-access.ts';
import { FileCommands } from '../shell/file-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { LedgerCommands } from '../shell/ledger-commands.ts';
import { Ledgers } from '../shell/ledgers.ts';
import { OpenOpinions } from '../shell/open-opinions.ts';
import { type District, OrganisationCommands } from '../shell/organisation-commands.ts';
import { RobotCommands } from '../shell/robots.ts';
import { SurveyCommands } from '../shell/survey-commands.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { TopicCommands } from '../shell/topic-commands.ts';
import type { UseCases, Voice } from './issuers.ts';
import { Permits } from './permits.ts';

/** Everything that the API can do, over one record. */
export const useCasesOf = (
  log: Log,
  aggregates: Aggregates,
  district: District,
  secrets: DisplaySecrets,
  sealer: Sealer,
  voice: Voice,
  access: FileAccess,
  views: Pick<Views, 'listIndex'>,
): UseCases => ({
  permits: new Permits(aggregates, new Tenancy(aggregates), district.id),
  organisations: new OrganisationCommands(log, aggregates, district),
  catalogues: new CatalogueCommands(log, aggregates),
  items: new ItemCommands(log, aggregates, new OpenOpinions(views, new Calendars(aggregates, district.id))),
  feedback: new FeedbackCommands(log, aggregates, district.id),
  enquiries: new EnquiryCommands(log, aggregates, district.id),
  topics: new TopicCommands(log, aggregates, district.id),
  surveys: new SurveyCommands(log, aggregates, district.id),
  displays: new DisplayCommands(log, aggregates, secrets, sealer),
  ledgers: new LedgerCommands(new Ledgers(log, aggregates, district.id)),
  calendar: new CalendarCommands(log, aggregates, district.id),
  voice,
  robots: new RobotCommands(log, aggregates, sealer),
  files: { commands: new FileCommands(log, aggregates), access },
});

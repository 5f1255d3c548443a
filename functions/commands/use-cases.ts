import type { Log } from '../adapters/log.ts';
import type { Sealer } from '../adapters/sealed.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { CalendarCommands } from '../shell/calendar-commands.ts';
import { CatalogueCommands } from '../shell/catalogue-commands.ts';
import { DisplayCommands } from '../shell/display-commands.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { LedgerCommands } from '../shell/ledger-commands.ts';
import { Ledgers } from '../shell/ledgers.ts';
import { type District, OrganisationCommands } from '../shell/organisation-commands.ts';
import { RobotCommands } from '../shell/robots.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { UseCases } from './issuers.ts';
import { Permits } from './permits.ts';

/** Everything that the API can do, over one record. */
export const useCasesOf = (
  log: Log,
  aggregates: Aggregates,
  district: District,
  secrets: DisplaySecrets,
  sealer: Sealer,
): UseCases => ({
  permits: new Permits(aggregates, new Tenancy(aggregates), district.id),
  organisations: new OrganisationCommands(log, aggregates, district),
  catalogues: new CatalogueCommands(log, aggregates),
  items: new ItemCommands(log, aggregates),
  feedback: new FeedbackCommands(log, aggregates),
  displays: new DisplayCommands(log, aggregates, secrets),
  ledgers: new LedgerCommands(new Ledgers(log, aggregates, district.id)),
  calendar: new CalendarCommands(log, aggregates, district.id),
  robots: new RobotCommands(log, aggregates, sealer),
});

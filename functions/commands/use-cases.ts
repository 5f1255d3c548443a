import type { Log } from '../adapters/log.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { CatalogueCommands } from '../shell/catalogue-commands.ts';
import { DisplayCommands } from '../shell/display-commands.ts';
import { FeedbackCommands } from '../shell/feedback-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { type District, OrganisationCommands } from '../shell/organisation-commands.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { UseCases } from './issuers.ts';
import { Permits } from './permits.ts';

/** Everything that the API can do, over one record. */
export const useCasesOf = (
  log: Log,
  aggregates: Aggregates,
  district: District,
  secrets: DisplaySecrets,
): UseCases => ({
  permits: new Permits(aggregates, new Tenancy(aggregates), district.id),
  organisations: new OrganisationCommands(log, aggregates, district),
  catalogues: new CatalogueCommands(log, aggregates),
  items: new ItemCommands(log, aggregates),
  feedback: new FeedbackCommands(log, aggregates),
  displays: new DisplayCommands(log, aggregates, secrets),
});

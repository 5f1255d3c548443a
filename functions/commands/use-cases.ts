import type { Log } from '../adapters/log.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import { CatalogueCommands } from '../shell/catalogue-commands.ts';
import { ItemCommands } from '../shell/item-commands.ts';
import { type District, OrganisationCommands } from '../shell/organisation-commands.ts';
import { Tenancy } from '../shell/tenancy.ts';
import type { UseCases } from './issuers.ts';
import { Permits } from './permits.ts';

/** Everything that the API can do, over one record. */
export const useCasesOf = (log: Log, aggregates: Aggregates, district: District): UseCases => ({
  permits: new Permits(aggregates, new Tenancy(aggregates), district.id),
  organisations: new OrganisationCommands(log, aggregates, district),
  catalogues: new CatalogueCommands(log, aggregates),
  items: new ItemCommands(log, aggregates),
});

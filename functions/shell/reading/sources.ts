import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { Log } from '../../adapters/log.ts';
import type { Views } from '../../adapters/views.ts';
import type { Aggregates } from '../aggregates.ts';
import type { Calendars } from '../calendars.ts';
import type { Tenancy } from '../tenancy.ts';

/** What is read from: the record itself, the views that were made of it, and what both are understood by. */
export interface Sources {
  readonly log: Log;
  readonly aggregates: Aggregates;
  readonly views: Views;
  readonly tenancy: Tenancy;
  readonly calendars: Calendars;
  /** Root of the tree of organisations. */
  readonly district: OrganisationId;
}

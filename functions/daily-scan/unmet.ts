import type { Telling } from '../../domain/alert/alert.ts';
import { noticeOf } from '../../domain/alert/reporting.ts';
import type { EnquiryCard } from '../../domain/enquiry/card.ts';
import { unmetIn } from '../../domain/enquiry/demand.ts';
import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../domain/kernel/time.ts';
import type { Views } from '../adapters/views.ts';
import type { Aggregates } from '../shell/aggregates.ts';
import type { Digests } from '../shell/digests.ts';
import type { OrganisationCard } from '../shell/reading/organisation-reading.ts';
import { rowsUnder } from '../shell/reading/rows.ts';
import { Tenancy } from '../shell/tenancy.ts';
import { organisationsKey } from '../shell/view-keys.ts';

/** A scan that fails is made up for by the next ones; after that the list itself is there to be looked at. */
const TRIED_UNTIL = '07';

export interface UnmetSources {
  readonly aggregates: Aggregates;
  readonly views: Pick<Views, 'list'>;
  readonly digests: Pick<Digests, 'tell'>;
  readonly district: OrganisationId;
}

/**
 * When a month is over, tells each office how much was asked for again and again and never disclosed (JX-10): once, and
 * nothing where there is nothing.
 */
export async function remindOfUnmetDemand(sources: UnmetSources, now: Instant): Promise<void> {
  const { views, digests, district } = sources;
  const today = dayOf(now);
  if (today.slice(8) > TRIED_UNTIL) return;
  const first: Day = `${today.slice(0, 7)}-01`;
  for await (const { card } of rowsUnder(views, organisationsKey(district))) {
    for (const telling of await tellingsFor(sources, (card as OrganisationCard).id, first)) {
      await digests.tell(telling, {
        now,
        actor: { kind: 'system', name: 'daily-scan' },
        commandId: 'unmet-demand',
        correlation: `unmet-demand-${now}`,
      });
    }
  }
}

/** @param first day after the month that it is about */
async function tellingsFor(
  { aggregates, views }: UnmetSources,
  id: OrganisationId,
  first: Day,
): Promise<readonly Telling[]> {
  const scope = new OrgScope(id);
  const month = addDays(first, -1).slice(0, 7);
  const rows = rowsUnder(views, scope.partition('ENQUIRY'));
  const { length: count } = unmetIn(month, await Array.fromAsync(rows, ({ card }) => card as EnquiryCard));
  if (count === 0) return [];
  const organisation = await new Tenancy(aggregates).find(scope);
  if (!organisation || organisation.merged) return [];
  return noticeOf({ id, organisation }, { kind: 'demand-unmet', month, count }, startOfDay(first));
}

import type { Telling } from '../../domain/alert/alert.ts';
import { enquiryDetails, enquirySayings } from '../../domain/alert/enquiry-sayings.ts';
import { tellingsOf } from '../../domain/alert/telling.ts';
import type { EnquiryEvent } from '../../domain/enquiry/events.ts';
import { type EnquiryState, enquiryHistory } from '../../domain/enquiry/state.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { type AlertSources, audienceOf, historyUpTo } from './alerts.ts';
import { Tenancy } from './tenancy.ts';

/** Who is to be told of a date of a request, from the record as it was when the event was recorded. */
export async function tellingsOfEnquiry(
  { log, aggregates, views }: AlertSources & { readonly views: Views },
  event: BusEvent,
): Promise<readonly Telling[]> {
  const { organisation, id } = parseStream(event.stream);
  const history = await historyUpTo<EnquiryEvent>(log, event);
  const enquiry = history.reduce<EnquiryState>(
    (state, { event, at, by }) => enquiryHistory.evolve(state, event, { at, by }),
    undefined,
  );
  if (!enquiry) throw new Error(`no enquiry in ${event.stream}`);
  const said = enquirySayings(history, enquiry, id);
  if (said.at(-1) === undefined) return [];
  const tenants = await new Tenancy(aggregates).tenants(new OrgScope(organisation));
  return tellingsOf({
    sayings: said.filter((saying) => saying !== undefined),
    ...(await audienceOf(views, organisation, tenants)),
    detailsOf: enquiryDetails(enquiry),
  });
}

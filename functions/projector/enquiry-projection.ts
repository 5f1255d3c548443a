import { enquiryCardOf } from '../../domain/enquiry/card.ts';
import { enquiryDecider } from '../../domain/enquiry/enquiry.ts';
import type { EnquiryState } from '../../domain/enquiry/state.ts';
import { OrgScope, type StreamName, type StreamParts } from '../../domain/kernel/scope.ts';
import type { ViewRow } from '../adapters/views.ts';
import type { Loaded } from '../shell/aggregates.ts';
import { waiting } from '../shell/due.ts';
import type { Tenancy } from '../shell/tenancy.ts';
import { askedKey, deskKey, deskSort } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';

export const enquiryProjection = ({ tenancy }: Around): Projection<EnquiryState> => ({
  decider: enquiryDecider,
  rows: async (parts, loaded, stream) => [await enquiryRow(tenancy, parts, loaded, stream)],
});

/** A case among those of its organisation, on the desk above it like an item, and in the list of whoever asked. */
async function enquiryRow(
  tenancy: Tenancy,
  { organisation, kind, id }: StreamParts,
  { state, version }: Loaded<EnquiryState>,
  stream: StreamName,
): Promise<ViewRow> {
  if (!state) throw new Error(`no enquiry in ${stream}`);
  const scope = new OrgScope(organisation);
  const superior = (await tenancy.find(scope))?.superior;
  const card = enquiryCardOf(state, { id, organisation });
  const { asker, registeredAt } = state;
  return {
    pk: scope.partition(kind),
    sk: id,
    version,
    card,
    ...(asker !== undefined && {
      board: { key: askedKey(organisation, asker), sort: `${registeredAt}#${id}` },
    }),
    ...(card.waits.length > 0 && {
      desk: { key: deskKey(superior ?? organisation), sort: deskSort(organisation, registeredAt, id) },
    }),
    ...waiting(enquiryDecider, state, stream),
  };
}

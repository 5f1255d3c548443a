import type { OrganisationId, StreamParts } from '../../domain/kernel/scope.ts';
import { organisationDecider } from '../../domain/organisation/decider.ts';
import type { Organisation, OrganisationState } from '../../domain/organisation/organisation.ts';
import { vitalsOf } from '../../domain/organisation/vitals.ts';
import type { ViewRow } from '../adapters/views.ts';
import { cardOf, type KeptCard } from '../shell/reading/organisation-cards.ts';
import { membershipKey } from '../shell/rosters.ts';
import { organisationsKey, subordinatesKey } from '../shell/view-keys.ts';
import type { Around, Projection } from './projections.ts';

export const organisationProjection = ({ district }: Around): Projection<OrganisationState> => ({
  decider: organisationDecider,
  rows: (parts, { state, version }) => (state ? [organisationRow(district, parts, state, version)] : []),
  fixed: ({ id }, state) =>
    Object.keys(state?.people ?? {}).map((person) => membership(district, person, id)),
});

/** In the tree of organisations. */
const organisationRow = (
  district: OrganisationId,
  { id }: StreamParts,
  organisation: Organisation,
  version: number,
): ViewRow => ({
  pk: organisationsKey(district),
  sk: id,
  version,
  card: { ...cardOf(id, organisation), vitals: vitalsOf(organisation) } satisfies KeptCard,
  ...(organisation.superior && { board: { key: subordinatesKey(organisation.superior), sort: id } }),
});

/** By which the log-in of a person finds an organisation that has them on its roster, which nobody ever leaves. */
const membership = (district: OrganisationId, person: string, organisation: OrganisationId): ViewRow => ({
  pk: membershipKey(district),
  sk: `${person}#${organisation}`,
  version: 1,
  card: { organisation },
});

import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';

/** Keys of the views that are not simply "all streams of one kind in one organisation". */
const inOrganisation = (organisation: OrganisationId, view: string): string =>
  `${new OrgScope(organisation).prefix}${view}`;

/** What an organisation has on show, by the time of its last release. */
export const boardKey = (organisation: OrganisationId): string => inOrganisation(organisation, 'BOARD');

/** Items on which somebody of the organisation has a task, by how long they wait. */
export const deskKey = (organisation: OrganisationId): string => inOrganisation(organisation, 'DESK');

/** Every organisation of the district. */
export const organisationsKey = (district: OrganisationId): string =>
  inOrganisation(district, 'ORGANISATIONS');

/** Who is on the roster of which organisation: sort key `<person>#<organisation>`. */
export const membershipKey = (district: OrganisationId): string => inOrganisation(district, 'MEMBERSHIPS');

import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';

/** Keys of the views that are not simply "all streams of one kind in one organisation". */
const inOrganisation = (organisation: OrganisationId, view: string): string =>
  `${new OrgScope(organisation).prefix}${view}`;

/** What an organisation has on show, by the time of its last release. */
export const boardKey = (organisation: OrganisationId): string => inOrganisation(organisation, 'BOARD');

/** What became of opinions on an item, by when that was settled. */
export const answersKey = (organisation: OrganisationId, item: string): string =>
  inOrganisation(organisation, `ANSWERS#${item}`);

/** What a display was told, by when it was planned. */
export const deliveriesKey = (organisation: OrganisationId, display: string): string =>
  inOrganisation(organisation, `DELIVERIES#${display}`);

/**
 * What may lie on the desk of the organisation: opinions it received, and what the organisations below it are working
 * on, since any of that comes up to it the moment nobody there may decide. An organisation finds its own items under
 * its superior's key, the district under its own. In each organisation, what began first comes first.
 */
export const deskKey = (organisation: OrganisationId): string => inOrganisation(organisation, 'DESK');
export const deskSort = (organisation: OrganisationId, began: Instant, id: string): string =>
  `${deskPrefix(organisation)}${began}#${id}`;
export const deskPrefix = (organisation: OrganisationId): string => `${organisation}#`;

/** Every organisation of the district. */
export const organisationsKey = (district: OrganisationId): string =>
  inOrganisation(district, 'ORGANISATIONS');

/** Who is on the roster of which organisation: sort key `<person>#<organisation>`. */
export const membershipKey = (district: OrganisationId): string => inOrganisation(district, 'MEMBERSHIPS');

/**
 * How everybody under a superior stands, by period: the superior's own sum first (`2026Q4`), then one row for each
 * organisation (`2026Q4#<id>`) and for the sum of each that is a superior itself (`2026Q4#<id>#sum`).
 */
export const dutiesKey = (superior: OrganisationId): string => inOrganisation(superior, 'DUTIES');
export const tallySort = (period: string): string => period;
export const standingSort = (period: string, organisation: OrganisationId): string =>
  `${period}#${organisation}`;
export const tallyUnderSort = (period: string, organisation: OrganisationId): string =>
  `${period}#${organisation}#sum`;

import { type OrganisationId, OrgScope } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import { rowsUnder } from './reading/rows.ts';

/**
 * Key of the view of who is on the roster of which organisation: sort key `<person>#<organisation>`. Apart from the keys
 * of other views, since every request asks this one.
 */
export const membershipKey = (district: OrganisationId): string =>
  `${new OrgScope(district).prefix}MEMBERSHIPS`;

/**
 * Finds the organisations that have, or had, a person on their roster, the newest of them perhaps a moment late. What
 * the person is there, each says itself.
 */
export type Rosters = (person: string) => Promise<readonly OrganisationId[]>;

export const rostersIn =
  (views: Pick<Views, 'list'>, district: OrganisationId): Rosters =>
  (person) =>
    Array.fromAsync(
      rowsUnder(views, membershipKey(district), `${person}#`),
      ({ card }) => (card as { organisation: OrganisationId }).organisation,
    );

import type { OrganisationId } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import { rowsUnder } from './reading/rows.ts';
import { membershipKey } from './view-keys.ts';

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

import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { OrganisationCard } from './organisation-reading.ts';
import { under } from './under.ts';

/** Whom an organisation leads: everybody below that still works, or itself where nobody is. */
export function ledUnits(
  cards: readonly OrganisationCard[],
  leader: OrganisationId,
): readonly OrganisationCard[] {
  const below = under(cards, leader).filter(({ successor }) => successor === undefined);
  return below.length > 0 ? below : cards.filter(({ id }) => id === leader);
}

import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { OrganisationCard } from './organisation-reading.ts';

/** Everybody below an organisation, however far, in no order. */
export function under(
  cards: readonly OrganisationCard[],
  organisation: OrganisationId,
): readonly OrganisationCard[] {
  const right = cards.filter(({ id, superior }) => superior === organisation && id !== organisation);
  return right.flatMap((card) => [card, ...under(cards, card.id)]);
}

/** The organisation and those above it, up to the district. */
export function upFrom(
  cards: readonly OrganisationCard[],
  organisation: OrganisationId,
): readonly OrganisationCard[] {
  const card = cards.find(({ id }) => id === organisation);
  if (!card) return [];
  return card.superior === undefined ? [card] : [card, ...upFrom(cards, card.superior)];
}

import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { OrganisationCard } from './organisation-reading.ts';

/** Everybody below an organisation, however far, each once, in no order. */
export function under(
  cards: readonly OrganisationCard[],
  organisation: OrganisationId,
): readonly OrganisationCard[] {
  const right = cards.filter(({ id, superior }) => superior === organisation && id !== organisation);
  const found = new Set(right);
  const others = cards.filter((card) => !found.has(card));
  return right.flatMap((card) => [card, ...under(others, card.id)]);
}

/** The organisation and those above it, up to the district. */
export function upFrom(
  cards: readonly OrganisationCard[],
  organisation: OrganisationId,
): readonly OrganisationCard[] {
  const card = cards.find(({ id }) => id === organisation);
  if (!card) return [];
  const others = cards.filter((each) => each !== card);
  return card.superior === undefined ? [card] : [card, ...upFrom(others, card.superior)];
}

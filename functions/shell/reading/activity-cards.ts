import type { ActivityCard } from '../../../domain/activity/card.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Views } from '../../adapters/views.ts';
import { activitiesKey } from '../view-keys.ts';
import type { OrganisationCard } from './organisation-reading.ts';
import { rowsUnder } from './rows.ts';
import { upFrom } from './under.ts';

const PAGE = 500;

/** The whole log of one organisation, in no order. */
export async function activitiesOf(
  views: Pick<Views, 'list'>,
  organisation: OrganisationId,
): Promise<readonly ActivityCard[]> {
  const rows = await Array.fromAsync(rowsUnder(views, new OrgScope(organisation).partition('ACTIVITY')));
  return rows.map(({ card }) => card as ActivityCard);
}

/**
 * What the organisation and those above it have held, and what everybody below held from a year on: as many queries as
 * there are superiors among them and years, however many units stand below.
 */
export async function activitiesAround(
  views: Pick<Views, 'list' | 'listIndex'>,
  cards: readonly OrganisationCard[],
  {
    top,
    units,
    years,
  }: {
    readonly top: OrganisationId;
    readonly units: readonly OrganisationCard[];
    readonly years: readonly number[];
  },
): Promise<readonly ActivityCard[]> {
  const superiors = [...new Set(units.flatMap(({ id, superior }) => (id === top ? [] : (superior ?? []))))];
  const found = await Promise.all([
    ...upFrom(cards, top).map(({ id }) => activitiesOf(views, id)),
    ...superiors.flatMap((id) => years.map((year) => heldBelow(views, id, year))),
  ]);
  const byName = new Map(found.flat().map((card) => [`${card.organisation}#${card.id}`, card]));
  return [...byName.values()];
}

async function heldBelow(
  views: Pick<Views, 'listIndex'>,
  superior: OrganisationId,
  year: number,
): Promise<readonly ActivityCard[]> {
  const cards: ActivityCard[] = [];
  let after: string | undefined;
  do {
    const request = { limit: PAGE, after, prefix: `${year}-` };
    const page = await views.listIndex('board', activitiesKey(superior), request);
    cards.push(...page.rows.map(({ card }) => card as ActivityCard));
    after = page.next;
  } while (after !== undefined);
  return cards;
}

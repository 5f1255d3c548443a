import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import type { Vitals } from '../../../domain/organisation/vitals.ts';
import type { Views } from '../../adapters/views.ts';
import { organisationsKey, subordinatesKey } from '../view-keys.ts';
import type { OrganisationCard } from './organisation-reading.ts';
import { rowsUnder } from './rows.ts';

/** As the view keeps it: with what a superior wants to know of it at a glance. */
export interface KeptCard extends OrganisationCard {
  /** Absent in rows that were written before there was any. */
  readonly vitals?: Vitals;
}

/** How an organisation appears in lists of them. */
export const cardOf = (
  id: OrganisationId,
  { name, shortName, kind, superior, unit, origin, merged, pilotSince }: Organisation,
): OrganisationCard => ({
  id,
  name,
  shortName,
  kind,
  ...(superior !== undefined && { superior }),
  ...(unit !== undefined && { unit }),
  ...(origin !== undefined && { origin }),
  ...(merged && { successor: merged.into }),
  ...(pilotSince !== undefined && { pilot: true }),
});

/** Every organisation of the district, the district itself included. */
export async function organisationCards(
  views: Pick<Views, 'list'>,
  district: OrganisationId,
): Promise<readonly OrganisationCard[]> {
  const rows = await Array.fromAsync(rowsUnder(views, organisationsKey(district)));
  return rows.map((row) => {
    const { vitals: _, ...card } = row.card as KeptCard;
    return card;
  });
}

const PAGE = 500;

/** Those right below a superior, by id, closed ones included. */
export async function organisationsBelow(
  views: Pick<Views, 'listIndex'>,
  superior: OrganisationId,
): Promise<readonly KeptCard[]> {
  const cards: KeptCard[] = [];
  let after: string | undefined;
  do {
    const page = await views.listIndex('board', subordinatesKey(superior), { limit: PAGE, after });
    cards.push(...page.rows.map((row) => row.card as KeptCard));
    after = page.next;
  } while (after !== undefined);
  return cards;
}

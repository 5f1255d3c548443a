import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { Views } from '../../adapters/views.ts';
import { organisationsKey } from '../view-keys.ts';
import type { OrganisationCard } from './organisation-reading.ts';
import { rowsUnder } from './rows.ts';

/** Every organisation of the district, the district itself included. */
export async function organisationCards(
  views: Pick<Views, 'list'>,
  district: OrganisationId,
): Promise<readonly OrganisationCard[]> {
  const rows = await Array.fromAsync(rowsUnder(views, organisationsKey(district)));
  return rows.map((row) => row.card as OrganisationCard);
}

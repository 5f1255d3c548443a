import type { CircularCard } from '../../../domain/circular/state.ts';
import type { OrganisationId } from '../../../domain/kernel/scope.ts';
import type { Views } from '../../adapters/views.ts';
import { circularsKey } from '../view-keys.ts';

/** As many of each issuer as are looked through, newest first. */
const MOST_CIRCULARS = 200;

/** What the organisation sent down, newest first, withdrawn ones too. One query. */
export async function circularsSentBy(
  views: Pick<Views, 'listIndex'>,
  issuer: OrganisationId,
): Promise<readonly CircularCard[]> {
  const page = { limit: MOST_CIRCULARS, newestFirst: true };
  const { rows } = await views.listIndex('board', circularsKey(issuer), page);
  return rows.map(({ card }) => card as CircularCard);
}

import type { OrganisationId } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Views } from '../adapters/views.ts';
import { cardsOn, type DeskCard } from './reading/desk-cards.ts';
import { deskPrefix } from './view-keys.ts';

/** What waits for somebody in an organisation, be that here or above. Seconds old, like every list. */
export async function openWork(
  views: Pick<Views, 'listIndex'>,
  organisation: OrganisationId,
  superior: OrganisationId | undefined,
): Promise<readonly DeskCard[]> {
  const [here, above] = await Promise.all([
    cardsOn(views, organisation, deskPrefix(organisation)),
    superior === undefined ? [] : cardsOn(views, superior, deskPrefix(organisation)),
  ]);
  return [...here, ...above].filter(({ waits }) => waits.length > 0);
}

/** True for what waits now; false for what is merely planned for later. */
export const waitsNow = ({ waits }: DeskCard, now: Instant): boolean =>
  waits.some(({ since }) => since <= now);

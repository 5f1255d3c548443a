import type { DeliveryCard } from '../../domain/display/card.ts';
import { editionOf } from '../../domain/display/carrier/carrier.ts';
import type { ResendWish } from '../../domain/display/events.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { deliveriesKey } from '../shell/view-keys.ts';
import { itemsOnShow, PAGE, type PlanDependencies, pagesOf, plan } from './planning.ts';

/**
 * Has the notices sent again that somebody asked for, also to a display that is switched off. What the display would
 * be told otherwise by now is told as it is now.
 */
export async function resend(
  scope: OrgScope,
  id: string,
  event: BusEvent,
  { deliveries, views }: PlanDependencies,
): Promise<void> {
  const [{ data }, display] = await Promise.all([deliveries.happened(event), deliveries.display(scope, id)]);
  // It has moved to a place without an address meanwhile.
  if (!display?.url) return;
  const { url, carrier, audience, assurance, filter, notices } = display;
  const receiver = { id, url, edition: editionOf(carrier), audience, assurance, filter, notices };
  for (const item of await itemsOf(data as ResendWish, scope, id, views)) {
    await plan('ResendDelivery', { scope, event, deliveries }, receiver, item);
  }
}

async function itemsOf(
  wish: ResendWish,
  scope: OrgScope,
  display: string,
  views: Views,
): Promise<readonly string[]> {
  switch (wish.what) {
    case 'notice':
      return [wish.item];
    case 'on-show':
      return itemsOnShow(scope, views);
    case 'range':
      return itemsWithin(wish, scope, display, views);
  }
}

/** Planned in that time, and in that state as far as the views know. */
async function itemsWithin(
  { since, until, status }: Extract<ResendWish, { what: 'range' }>,
  { organisation }: OrgScope,
  display: string,
  views: Views,
): Promise<readonly string[]> {
  const key = deliveriesKey(organisation, display);
  const items: string[] = [];
  const newestFirst = true;
  for await (const { card } of pagesOf((after) =>
    views.listIndex('board', key, { limit: PAGE, after, newestFirst }),
  )) {
    const { item, plannedAt, status: stands } = card as DeliveryCard;
    if (plannedAt < since) break;
    const isWithin = until === undefined || plannedAt <= until;
    if (isWithin && (status === undefined || stands === status)) items.push(item);
  }
  return items;
}

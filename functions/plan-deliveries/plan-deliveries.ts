import type { DeliveryCard, DisplayCard } from '../../domain/display/card.ts';
import { editionOf } from '../../domain/display/carrier/carrier.ts';
import { deliveryPrefix } from '../../domain/display/delivery-state.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import { encodeCursor } from '../adapters/cursor.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import { itemsOnShow, PAGE, type PlanDependencies, pagesOf, plan } from './planning.ts';
import { resend } from './resend.ts';

/**
 * Sees to it that displays are told what there is to see now. "Now" is the record's, so events may come late, twice or
 * out of order: an item that came up, changed or came down concerns every display; a display that was registered,
 * changed, switched on or reached again concerns every item on show and every item that may still be on its screen.
 */
export async function planDeliveries(event: BusEvent, dependencies: PlanDependencies): Promise<void> {
  const { organisation, kind, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  if (kind === 'ITEM') await planForItem(scope, id, event, dependencies);
  if (event.type === 'ResendRequested') await resend(scope, id, event, dependencies);
  else if (kind === 'DISPLAY') await planForDisplay(scope, id, event, dependencies);
}

async function planForItem(
  scope: OrgScope,
  item: string,
  event: BusEvent,
  { deliveries, views }: PlanDependencies,
): Promise<void> {
  const displays = pagesOf((after) => views.list(scope.partition('DISPLAY'), { limit: PAGE, after }));
  for await (const { sk: id, card } of displays) {
    const { active, url, audience, assurance, filter, notices, carrier } = card as DisplayCard;
    if (!active || !url) continue;
    const receiver = { id, url, edition: carrier?.edition, audience, assurance, filter, notices };
    await plan('PlanDelivery', { scope, event, deliveries }, receiver, item);
  }
}

async function planForDisplay(
  scope: OrgScope,
  id: string,
  event: BusEvent,
  { deliveries, views }: PlanDependencies,
): Promise<void> {
  const display = await deliveries.display(scope, id);
  if (!display?.active || !display.url) return;
  const { url, carrier, audience, assurance, filter, notices } = display;
  const receiver = { id, url, edition: editionOf(carrier), audience, assurance, filter, notices };
  const items = new Set([...(await itemsOnShow(scope, views)), ...(await itemsTold(scope, id, views))]);
  for (const item of items) await plan('PlanDelivery', { scope, event, deliveries }, receiver, item);
}

/** Items that may be on its screen, whether they are on show or not: told of, and not known to have been taken down. */
async function itemsTold(scope: OrgScope, display: string, views: Views): Promise<readonly string[]> {
  const prefix = deliveryPrefix(display);
  const items: string[] = [];
  const rows = pagesOf((after = encodeCursor(prefix)) =>
    views.list(scope.partition('DELIVERY'), { limit: PAGE, after }),
  );
  for await (const { sk, card } of rows) {
    if (!sk.startsWith(prefix)) break;
    const told = card as DeliveryCard;
    const isGone = told.type === 'notice.withdrawn' && told.status === 'succeeded';
    if (told.display === display && !isGone) items.push(told.item);
  }
  return items;
}

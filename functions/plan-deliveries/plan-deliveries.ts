import type { DeliveryCard, DisplayCard } from '../../domain/display/card.ts';
import { deliveryPrefix } from '../../domain/display/delivery-state.ts';
import { digestOf, showingOf, type Viewpoint } from '../../domain/display/notice.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import { encodeCursor } from '../adapters/cursor.ts';
import type { Page, ViewRow, Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Deliveries } from '../shell/deliveries.ts';
import { boardKey } from '../shell/view-keys.ts';

const PLANNER = { kind: 'system', name: 'plan-deliveries' } as const;
const PAGE = 100;

export interface PlanDependencies {
  readonly deliveries: Deliveries;
  readonly views: Views;
}

/** A display that takes notices. */
interface Receiver extends Viewpoint {
  readonly id: string;
  readonly url: string;
}

/**
 * Sees to it that displays are told what there is to see now. "Now" is the record's, so events may come late, twice or
 * out of order: an item that came up, changed or came down concerns every display; a display that was registered,
 * changed, switched on or reached again concerns every item on show and every item that may still be on its screen.
 */
export async function planDeliveries(event: BusEvent, dependencies: PlanDependencies): Promise<void> {
  const { organisation, kind, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  if (kind === 'ITEM') await planForItem(scope, id, event, dependencies);
  if (kind === 'DISPLAY') await planForDisplay(scope, id, event, dependencies);
}

async function planForItem(
  scope: OrgScope,
  item: string,
  event: BusEvent,
  { deliveries, views }: PlanDependencies,
): Promise<void> {
  const displays = pagesOf((after) => views.list(scope.partition('DISPLAY'), { limit: PAGE, after }));
  for await (const { sk: id, card } of displays) {
    const { active, url, audience, filter } = card as DisplayCard;
    if (active && url) await plan(scope, { id, url, audience, filter }, item, event, deliveries);
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
  const { url, audience, filter } = display;
  const items = new Set([...(await itemsOnShow(scope, views)), ...(await itemsTold(scope, id, views))]);
  for (const item of items) await plan(scope, { id, url, audience, filter }, item, event, deliveries);
}

async function itemsOnShow({ organisation }: OrgScope, views: Views): Promise<readonly string[]> {
  const key = boardKey(organisation);
  return Array.fromAsync(
    pagesOf((after) => views.listIndex('board', key, { limit: PAGE, after })),
    ({ sk }) => sk,
  );
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

/** Whether that changes anything, and whether the display ever had the item, is decided by the delivery itself. */
async function plan(
  scope: OrgScope,
  { id: display, url, ...viewpoint }: Receiver,
  item: string,
  event: BusEvent,
  deliveries: Deliveries,
): Promise<void> {
  const source = await deliveries.source(scope, item);
  if (!source) return;
  const showing = showingOf(source, viewpoint);
  const { revision } = source;
  await deliveries.issue(scope, {
    display,
    item,
    type: 'PlanDelivery',
    data: { display, item, onShow: showing !== undefined, revision, content: digestOf(showing, url) },
    event,
    actor: PLANNER,
  });
}

async function* pagesOf(read: (after: string | undefined) => Promise<Page>): AsyncGenerator<ViewRow> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield* page.rows;
    after = page.next;
  } while (after);
}

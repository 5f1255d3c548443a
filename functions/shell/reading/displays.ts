import type { DeliveryCard, DisplayCard } from '../../../domain/display/card.ts';
import type { DeliveryStatus } from '../../../domain/display/delivery-state.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { encodeCursor } from '../../adapters/cursor.ts';
import type { ViewRow, Views } from '../../adapters/views.ts';
import { deliveriesKey } from '../view-keys.ts';
import type { PageOf } from './boards.ts';
import { rowsUnder } from './rows.ts';

/** A display for those who look after it. Of its address only the origin: the rest may hold a token of the receiver. */
export interface DisplayReading extends Omit<DisplayCard, 'url'> {
  readonly id: string;
  readonly receiver?: string;
}

/** What a display was last told of one item, and how that went. */
export interface DeliveryReading extends Omit<DeliveryCard, 'display'> {
  readonly title: string;
}

export interface DeliveryPage {
  readonly deliveries: readonly DeliveryReading[];
  /** Cursor of the next page; undefined at the end. */
  readonly next?: string;
}

export interface DeliveryFilter {
  readonly state?: DeliveryStatus | undefined;
}

const CHUNK = 100;
/** Rows looked at for one page; then it comes out short, with a cursor to go on. */
const MOST_ROWS = 1_000;

/** Every display of the organisation, by id. @throws Refusal `not-found` for who does not work here */
export async function displaysOf(
  views: Views,
  scope: OrgScope,
  reader: Reader,
): Promise<readonly DisplayReading[]> {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  return Array.fromAsync(rowsUnder(views, scope.partition('DISPLAY')), ({ sk: id, card }) => {
    const { url, ...rest } = card as DisplayCard;
    return { id, ...rest, ...(url && { receiver: new URL(url).origin }) };
  });
}

/** Deliveries to a display, last planned first. @throws Refusal `not-found`, `cursor-malformed` */
export async function deliveriesOf(
  views: Views,
  scope: OrgScope,
  reader: Reader,
  display: string,
  { limit, after, state }: PageOf & DeliveryFilter,
): Promise<DeliveryPage> {
  const known = mayWork(reader, scope.organisation) && (await views.get(scope.partition('DISPLAY'), display));
  if (!known) refuse('not-found');
  const found: DeliveryCard[] = [];
  let last = '';
  let looked = 0;
  for await (const { board, card } of newestFirst(views, deliveriesKey(scope.organisation, display), after)) {
    if (looked === MOST_ROWS || found.length === limit) {
      return { deliveries: await titled(views, scope, found), next: encodeCursor(last) };
    }
    const delivery = card as DeliveryCard;
    if (state === undefined || delivery.status === state) found.push(delivery);
    last = board?.sort ?? '';
    looked += 1;
  }
  return { deliveries: await titled(views, scope, found) };
}

async function* newestFirst(views: Views, key: string, from: string | undefined): AsyncGenerator<ViewRow> {
  let after = from;
  do {
    const page = await views.listIndex('board', key, { limit: CHUNK, after, newestFirst: true });
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}

function titled(views: Views, scope: OrgScope, cards: readonly DeliveryCard[]): Promise<DeliveryReading[]> {
  return Promise.all(
    cards.map(async ({ display: _, ...delivery }) => {
      const row = await views.get(scope.partition('ITEM'), delivery.item);
      return { ...delivery, title: (row?.card as ItemCard | undefined)?.title ?? '' };
    }),
  );
}

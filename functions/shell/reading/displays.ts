import { type AttemptKind, keptSince } from '../../../domain/display/attempt-log.ts';
import type { AttemptCard, AttemptOutcome, DeliveryCard, DisplayCard } from '../../../domain/display/card.ts';
import type { NoticeType } from '../../../domain/display/delivery-commands.ts';
import type { DeliveryStatus } from '../../../domain/display/delivery-state.ts';
import type { ItemCard } from '../../../domain/item/card.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import { encodeCursor } from '../../adapters/cursor.ts';
import type { Page, PageRequest, ViewRow, Views } from '../../adapters/views.ts';
import { attemptsKey, deliveriesKey } from '../view-keys.ts';
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

/** A message that was sent. */
export interface AttemptReading extends Omit<AttemptCard, 'notice'> {
  readonly notice?: NonNullable<AttemptCard['notice']> & { readonly title: string };
}

export interface AttemptPage {
  readonly attempts: readonly AttemptReading[];
  /** Cursor of the next page; undefined at the end. */
  readonly next?: string;
}

export interface AttemptFilter {
  readonly outcome?: AttemptOutcome | undefined;
  readonly kind?: AttemptKind | undefined;
  readonly type?: NoticeType | undefined;
  readonly since?: Instant | undefined;
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
  await requireKnown(views, scope, reader, display);
  const key = deliveriesKey(scope.organisation, display);
  const rows = newestFirst((from) => views.listIndex('board', key, from), after);
  const { cards, next } = await pageOf<DeliveryCard>(
    rows,
    ({ board }) => board?.sort ?? '',
    ({ status }) => state === undefined || status === state,
    limit,
  );
  const deliveries = await Promise.all(
    cards.map(async ({ display: _, ...delivery }) => ({
      ...delivery,
      title: await titleOf(views, scope, delivery.item),
    })),
  );
  return { deliveries, ...(next !== undefined && { next }) };
}

/** Messages to a display, last sent first, none older than is kept. @throws Refusal `not-found`, `cursor-malformed` */
export async function attemptsOf(
  views: Views,
  scope: OrgScope,
  reader: Reader,
  { display, now }: { readonly display: string; readonly now: Instant },
  { limit, after, outcome, kind, type, since = '' }: PageOf & AttemptFilter,
): Promise<AttemptPage> {
  await requireKnown(views, scope, reader, display);
  const key = attemptsKey(scope.organisation, display);
  const oldest = [since, keptSince(now)].toSorted().at(-1) ?? '';
  const rows = upTo(
    newestFirst((from) => views.list(key, from), after),
    ({ sk }) => sk < oldest,
  );
  const { cards, next } = await pageOf<AttemptCard>(
    rows,
    ({ sk }) => sk,
    (card) =>
      (outcome === undefined || card.outcome === outcome) &&
      (kind === undefined || card.kind === kind) &&
      (type === undefined || card.notice?.type === type),
    limit,
  );
  const attempts = await Promise.all(
    cards.map(async ({ notice, ...attempt }) => ({
      ...attempt,
      ...(notice && { notice: { ...notice, title: await titleOf(views, scope, notice.item) } }),
    })),
  );
  return { attempts, ...(next !== undefined && { next }) };
}

async function requireKnown(views: Views, scope: OrgScope, reader: Reader, display: string): Promise<void> {
  const known = mayWork(reader, scope.organisation) && (await views.get(scope.partition('DISPLAY'), display));
  if (!known) refuse('not-found');
}

/** So many cards that fit, and where to go on. */
async function pageOf<Card>(
  rows: AsyncIterable<ViewRow>,
  sortOf: (row: ViewRow) => string,
  fits: (card: Card) => boolean,
  limit: number,
): Promise<{ readonly cards: readonly Card[]; readonly next?: string }> {
  const cards: Card[] = [];
  let last = '';
  let looked = 0;
  for await (const row of rows) {
    if (looked === MOST_ROWS || cards.length === limit) return { cards, next: encodeCursor(last) };
    const card = row.card as Card;
    if (fits(card)) cards.push(card);
    last = sortOf(row);
    looked += 1;
  }
  return { cards };
}

async function* newestFirst(
  read: (request: PageRequest) => Promise<Page>,
  from: string | undefined,
): AsyncGenerator<ViewRow> {
  let after = from;
  do {
    const page = await read({ limit: CHUNK, after, newestFirst: true });
    yield* page.rows;
    after = page.next;
  } while (after !== undefined);
}

async function* upTo(
  rows: AsyncIterable<ViewRow>,
  isEnd: (row: ViewRow) => boolean,
): AsyncGenerator<ViewRow> {
  for await (const row of rows) {
    if (isEnd(row)) return;
    yield row;
  }
}

async function titleOf(views: Views, scope: OrgScope, item: string): Promise<string> {
  const row = await views.get(scope.partition('ITEM'), item);
  return (row?.card as ItemCard | undefined)?.title ?? '';
}

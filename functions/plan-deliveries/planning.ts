import { receiverOf } from '../../domain/display/carrier/carrier.ts';
import { digestOf, showingOf, type Viewpoint } from '../../domain/display/notice.ts';
import type { Display } from '../../domain/display/state.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Page, ViewRow, Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Deliveries } from '../shell/deliveries.ts';
import { boardKey } from '../shell/view-keys.ts';

const PLANNER = { kind: 'system', name: 'plan-deliveries' } as const;
export const PAGE = 100;

export interface PlanDependencies {
  readonly deliveries: Deliveries;
  readonly views: Views;
}

/** A display with an address to send notices to. */
export interface Receiver extends Viewpoint, Pick<Display, 'notices'> {
  readonly id: string;
  readonly url: string;
  /** Of its carrier. */
  readonly edition?: string | undefined;
}

/**
 * Tells the delivery what there is to see now. Whether that changes anything, and whether the display ever had the
 * item, it decides by itself.
 */
export async function plan(
  type: 'PlanDelivery' | 'ResendDelivery',
  { scope, event, deliveries }: { scope: OrgScope; event: BusEvent; deliveries: Deliveries },
  { id: display, url, edition, notices: wants, ...viewpoint }: Receiver,
  item: string,
): Promise<void> {
  const source = await deliveries.source(scope, item);
  if (!source) return;
  const showing = showingOf(source, viewpoint);
  const { revision } = source;
  const content = digestOf(showing, receiverOf(url, edition));
  await deliveries.issue(scope, {
    display,
    item,
    type,
    data: {
      display,
      item,
      onShow: showing !== undefined,
      revision,
      content,
      ...(wants && { wants: [...wants] }),
    },
    event,
    actor: PLANNER,
  });
}

export async function itemsOnShow({ organisation }: OrgScope, views: Views): Promise<readonly string[]> {
  const key = boardKey(organisation);
  return Array.fromAsync(
    pagesOf((after) => views.listIndex('board', key, { limit: PAGE, after })),
    ({ sk }) => sk,
  );
}

export async function* pagesOf(read: (after: string | undefined) => Promise<Page>): AsyncGenerator<ViewRow> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield* page.rows;
    after = page.next;
  } while (after);
}

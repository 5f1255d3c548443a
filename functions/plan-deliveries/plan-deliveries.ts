import type { DisplayCard } from '../../domain/display/card.ts';
import { digestOf, type NoticeSource, showingOf } from '../../domain/display/notice.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { Views } from '../adapters/views.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Deliveries } from '../shell/deliveries.ts';

const PLANNER = { kind: 'system', name: 'plan-deliveries' } as const;
const PAGE = 100;

export interface PlanDependencies {
  readonly deliveries: Deliveries;
  readonly views: Views;
}

interface Listed extends DisplayCard {
  readonly id: string;
}

/**
 * An item came up, changed or came down: every display that takes notices is to be told what there is to see of it
 * now. What "now" is comes from the record, so events may be late, doubled or out of order.
 */
export async function planForItem(event: BusEvent, { deliveries, views }: PlanDependencies): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const source = await deliveries.source(scope, id);
  if (!source) throw new Error(`${event.stream} is not in the record yet`);
  for await (const display of displaysOf(views, scope)) {
    await plan(deliveries, scope, display, source, event);
  }
}

/** A display that never had the item and may not show it is not mentioned in the record: that is decided by the delivery. */
async function plan(
  deliveries: Deliveries,
  scope: OrgScope,
  display: Listed,
  source: NoticeSource,
  event: BusEvent,
): Promise<void> {
  const showing = showingOf(source, display);
  const { id: item, revision } = source;
  await deliveries.issue(scope, {
    display: display.id,
    item,
    type: 'PlanDelivery',
    data: { display: display.id, item, onShow: showing !== undefined, revision, content: digestOf(showing) },
    event,
    // The revision belongs to the key: the same message, taken again after the item has moved on, plans for what is now.
    key: `${display.id}:${revision}`,
    actor: PLANNER,
  });
}

async function* displaysOf(views: Views, scope: OrgScope): AsyncGenerator<Listed> {
  let after: string | undefined;
  do {
    const page = await views.list(scope.partition('DISPLAY'), { limit: PAGE, after });
    for (const { sk, card } of page.rows) {
      const display = card as DisplayCard;
      if (display.active && display.url) yield { id: sk, ...display };
    }
    after = page.next;
  } while (after);
}

import type { Answer } from '../../domain/display/delivery-commands.ts';
import { type Delivery, deliveryId, isGone, isSuccess } from '../../domain/display/delivery-state.ts';
import { messageId, noticeBody } from '../../domain/display/notice.ts';
import { signatureHeaders } from '../../domain/display/signature.ts';
import type { Display } from '../../domain/display/state.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { DisplaySecrets } from '../adapters/secrets.ts';
import type { Webhook } from '../adapters/webhook.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Deliveries, Source } from '../shell/deliveries.ts';
import type { DisplayCommands } from '../shell/display-commands.ts';

const SENDER = { kind: 'system', name: 'send-delivery' } as const;

export interface SendDependencies {
  readonly deliveries: Deliveries;
  readonly displays: DisplayCommands;
  readonly secrets: DisplaySecrets;
  readonly send: (webhook: Webhook) => Promise<Answer>;
  /** Origin under which people reach the site. */
  readonly publicUrl: string;
  /**
   * Milliseconds since 1970, the machine's own clock. Everything else goes by the time of its event; this alone must
   * not, since a receiver refuses a signature that is five minutes old, and an event may have waited for longer.
   */
  readonly clock: () => number;
}

/**
 * Makes one attempt at a delivery and records how it went. When the recording fails the message comes again and the
 * notice may be sent twice, with the same id: that is what receivers are promised.
 */
export async function sendDelivery(event: BusEvent, dependencies: SendDependencies): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { deliveries } = dependencies;
  const { state: delivery, version } = await deliveries.delivery(scope, id);
  // Whatever has happened since has an event of its own: an answer, a newer revision, the next attempt.
  if (delivery?.status !== 'pending' || version !== event.streamVersion) return;
  const [display, source] = await Promise.all([
    deliveries.display(scope, delivery.display),
    deliveries.source(scope, delivery.item),
  ]);
  if (!display || !source) throw new Error(`${event.stream} is about something that is not in the record`);
  if (!display.active || !display.url) {
    await drop(scope, delivery, display, event, deliveries);
    return;
  }
  const webhook = messageFor({ scope, delivery, display, url: display.url, source, event }, dependencies);
  const answer = await dependencies.send(webhook);
  await report(scope, delivery.display, answer, event, dependencies.displays);
  const { item, revision, attempts } = delivery;
  await deliveries.issue(scope, {
    display: delivery.display,
    item,
    type: 'RecordAttempt',
    data: { revision, attempt: attempts, answer },
    event,
    actor: SENDER,
  });
}

interface Attempt {
  readonly scope: OrgScope;
  readonly delivery: Delivery;
  readonly display: Display;
  readonly url: string;
  readonly source: Source;
  readonly event: BusEvent;
}

function messageFor(
  { scope, delivery, display, url, source, event }: Attempt,
  { secrets, publicUrl, clock }: SendDependencies,
): Webhook {
  const { organisation } = scope;
  const body = noticeBody(source, display, {
    planned: delivery,
    receiver: url,
    url: `${publicUrl}/o/${organisation}/items/${source.id}`,
  });
  const id = messageId(deliveryId(delivery.display, delivery.item), body);
  const timestamp = Math.floor(clock() / 1000);
  const signing = secrets.signing(organisation, delivery.display, display, event.time);
  return {
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'gongkai',
      ...signatureHeaders({ id, timestamp, body }, signing),
    },
    body,
    allowedAddresses: source.networks.allowedAddresses,
  };
}

/** Before the attempt is recorded, since after that the message would not be taken again for the report. */
async function report(
  scope: OrgScope,
  display: string,
  answer: Answer,
  event: BusEvent,
  displays: DisplayCommands,
): Promise<void> {
  const outcome = isSuccess(answer) ? 'succeeded' : isGone(answer) ? 'gone' : 'failed';
  await displays.issue(scope, display, {
    type: 'ReportDelivery',
    data: { outcome },
    actor: SENDER,
    now: event.time,
    commandId: `${event.id}:${outcome}`,
    cause: event.id,
    correlation: event.correlation,
  });
}

async function drop(
  scope: OrgScope,
  { display, item, revision }: Delivery,
  { active }: Display,
  event: BusEvent,
  deliveries: Deliveries,
): Promise<void> {
  const reason = active ? 'display-without-address' : 'display-disabled';
  await deliveries.issue(scope, {
    display,
    item,
    type: 'DropDelivery',
    data: { revision, reason },
    event,
    actor: SENDER,
  });
}

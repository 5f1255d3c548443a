import { editionOf, receiverOf } from '../../domain/display/carrier/carrier.ts';
import { type Delivery, deliveryId, isGone, isSuccess } from '../../domain/display/delivery-state.ts';
import { messageId, noticeBody } from '../../domain/display/notice.ts';
import { perMinuteOf } from '../../domain/display/pace.ts';
import { isVerified, takesChallenge } from '../../domain/display/probing.ts';
import type { Display } from '../../domain/display/state.ts';
import { OrgScope, parseStream } from '../../domain/kernel/scope.ts';
import type { Pace } from '../adapters/pace.ts';
import type { BusEvent } from '../edge/bus-event.ts';
import type { Deliveries, DeliveryRequest, Source } from '../shell/deliveries.ts';
import type { DisplayReports } from '../shell/display-reports.ts';
import { type Attempt, type CarryDependencies, carry } from './carry.ts';
import { asideUntil, patienceFor, stepsAside } from './lanes.ts';

export const SENDER = { kind: 'system', name: 'send-delivery' } as const;

export interface SendDependencies extends CarryDependencies {
  readonly deliveries: Deliveries;
  readonly reports: DisplayReports;
  readonly pace: Pace;
}

/**
 * Makes one attempt at a delivery and records how it went. When the recording fails the message comes again and the
 * notice may be sent twice, with the same id: that is what receivers are promised. What would be too much at once for
 * the display is put off instead.
 */
export async function sendDelivery(event: BusEvent, dependencies: SendDependencies): Promise<void> {
  const { organisation, id } = parseStream(event.stream);
  const scope = new OrgScope(organisation);
  const { deliveries } = dependencies;
  const { state: delivery, version } = await deliveries.delivery(scope, id);
  // Whatever has happened since has an event of its own: an answer, a newer revision, the next attempt.
  if (!delivery || version !== event.streamVersion || !isUnderWay(delivery, event)) return;
  const [display, source] = await Promise.all([
    deliveries.display(scope, delivery.display),
    deliveries.source(scope, delivery.item),
  ]);
  if (!display || !source) throw new Error(`${event.stream} is about something that is not in the record`);
  const record = recorderOf(scope, delivery, event, deliveries);
  const { url } = display;
  const { revision, attempts, resend, resends } = delivery;
  // Somebody asked for it, so a display that is switched off gets it too.
  const isReady = url !== undefined && (display.active || resend !== undefined);
  if (!isReady && resend) return;
  if (!isReady) {
    const reason = display.active ? 'display-without-address' : 'display-disabled';
    return record('DropDelivery', { revision, reason });
  }
  const until = await turnOf(scope, delivery, display, event, dependencies.pace);
  if (until > event.time) return record('PostponeDelivery', { revision, until });

  const receiver = { ...display, url };
  const [answer, durationMs] = await timed(dependencies, {
    organisation,
    id: delivery.display,
    display: receiver,
    message: messageFor(scope, delivery, receiver, source, dependencies.publicUrl),
    allowedAddresses: source.networks.allowedAddresses,
    time: event.time,
    patienceMs: patienceFor(event),
  });
  if (resend) return record('RecordResend', { revision, resend: resends, answer, durationMs });
  await report(scope, delivery.display, answer, event, dependencies.reports);
  await record('RecordAttempt', { revision, attempt: attempts, answer, durationMs });
}

/** Planning and asking again may be one commit; then it is sent for the asking only. */
function isUnderWay({ status, resend }: Delivery, { type }: BusEvent): boolean {
  return resend ? type !== 'DeliveryPlanned' : status === 'pending';
}

/** Whoever has waited for its turn does not wait again. A display that nothing gets through to always waits. */
async function turnOf(
  scope: OrgScope,
  { display: id, turn, resend }: Delivery,
  display: Display,
  event: BusEvent,
  pace: Pace,
): Promise<string> {
  const { time } = event;
  const hasWaited = resend ? resend.inTurn : turn === 'came';
  if (hasWaited) return time;
  const perMinute = perMinuteOf(display, !takesChallenge(display) || isVerified(display));
  const free = await pace.turn(scope, id, perMinute, time);
  return free <= time && !resend && stepsAside(display, event) ? asideUntil(time) : free;
}

/** Brings it there, and says how many milliseconds that took. */
export async function timed(
  dependencies: CarryDependencies,
  attempt: Attempt,
): Promise<readonly [Awaited<ReturnType<typeof carry>>, number]> {
  const began = dependencies.clock();
  const answer = await carry(attempt, dependencies);
  return [answer, Math.max(0, Math.round(dependencies.clock() - began))];
}

function messageFor(
  { organisation }: OrgScope,
  delivery: Delivery,
  display: Attempt['display'],
  source: Source,
  publicUrl: string,
): Attempt['message'] {
  const body = noticeBody(source, display, {
    planned: delivery,
    receiver: receiverOf(display.url, editionOf(display.carrier)),
    url: `${publicUrl}/o/${organisation}/items/${source.id}`,
  });
  return { id: messageId(deliveryId(delivery.display, delivery.item), body), body };
}

/** Before the attempt is recorded, since after that the message would not be taken again for the report. */
async function report(
  scope: OrgScope,
  display: string,
  answer: Awaited<ReturnType<typeof carry>>,
  event: BusEvent,
  reports: DisplayReports,
): Promise<void> {
  const outcome = isSuccess(answer) ? 'succeeded' : isGone(answer) ? 'gone' : 'failed';
  await reports.issue(scope, display, {
    type: 'ReportDelivery',
    data: { outcome },
    actor: SENDER,
    now: event.time,
    commandId: `${event.id}:${outcome}`,
    cause: event.id,
    correlation: event.correlation,
  });
}

const recorderOf =
  (scope: OrgScope, { display, item }: Delivery, event: BusEvent, deliveries: Deliveries) =>
  async (type: DeliveryRequest['type'], data: DeliveryRequest['data']): Promise<void> => {
    await deliveries.issue(scope, { display, item, type, data, event, actor: SENDER });
  };

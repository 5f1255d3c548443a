import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import type { Parts } from './parts.ts';

/** `npm run bench` holds these against a district in which one screen in ten is sick. */
export const FIRST_ATTEMPTS_AT_ONCE = 50;
export const RETRIES_AT_ONCE = 10;

/** What is on show, sent to the displays on the school walls as signed webhooks. */
export class Displays extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { bundles, settings, record, views, bus, displayMasterKey }: Parts,
  ) {
    super(scope, id);
    const { consumer: planner } = new QueuedConsumer(this, 'Planning', 'plan-deliveries', {
      bundles,
      impact: {
        zh: '公示屏收不到新的公告，已撤下的内容可能仍在屏上。',
        en: 'displays are not told of new notices, and may still show withdrawn ones.',
      },
      listensTo: {
        bus,
        events: [
          'ItemReleased',
          'ItemRevised',
          'ItemWithdrawn',
          'ItemExpired',
          // A display that comes, moves or comes back is told what is on show.
          'DisplayRegistered',
          'DisplayChanged',
          'DisplayEnabled',
          'DeliveriesRecovered',
          // Somebody asks for notices once more.
          'ResendRequested',
        ],
      },
      timeout: Duration.seconds(30),
      maxConcurrency: 5,
    });
    record.letAppend(planner);
    views.letRead(planner, 'board');

    const sending = new QueuedConsumer(this, 'Sending', 'send-delivery', {
      bundles,
      impact: {
        zh: '部分公示屏没有收到通知，屏上内容可能过期或已撤下。',
        en: 'some displays did not get a notice; what they show may be out of date or withdrawn.',
      },
      listensTo: {
        bus,
        events: [
          'DeliveryPlanned',
          'DeliveryResendRequested',
          'DisplayTestRequested',
          'DisplayChallengeRequested',
          // Tables of other systems are then looked through.
          'ResendRequested',
        ],
      },
      timeout: Duration.seconds(60),
      // One by one: a display that does not answer must not hold up those that came with it.
      batchSize: 1,
      maxConcurrency: FIRST_ATTEMPTS_AT_ONCE,
    });
    // What failed before, and displays that nothing gets through to, wait for each other here and for nobody else.
    sending.addLane('Again', {
      listensTo: { bus, events: ['DeliveryRetryDue'] },
      batchSize: 1,
      maxConcurrency: RETRIES_AT_ONCE,
    });
    const { consumer: sender } = sending;
    record.letAppend(sender);
    views.letPace(sender);
    settings.tellAddress(sender);
    displayMasterKey.tell(sender);
  }
}

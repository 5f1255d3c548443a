import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import type { Parts } from './parts.ts';

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
        ],
      },
      timeout: Duration.seconds(30),
      maxConcurrency: 5,
    });
    record.letAppend(planner);
    views.letRead(planner, 'board');

    const { consumer: sender } = new QueuedConsumer(this, 'Sending', 'send-delivery', {
      bundles,
      impact: {
        zh: '部分公示屏没有收到通知，屏上内容可能过期或已撤下。',
        en: 'some displays did not get a notice; what they show may be out of date or withdrawn.',
      },
      listensTo: { bus, events: ['DeliveryPlanned', 'DeliveryRetryDue'] },
      // A display may take its time, and one slow display must not use up the batch of the others.
      timeout: Duration.seconds(60),
      batchSize: 5,
      maxConcurrency: 10,
    });
    record.letAppend(sender);
    settings.tellAddress(sender);
    displayMasterKey.tell(sender);
  }
}

import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import type { Parts } from './parts.ts';

/** Keeps the views up to date with the record. */
export class Projection extends Construct {
  constructor(scope: Construct, id: string, { bundles, settings, record, views, bus }: Parts) {
    super(scope, id);
    const { consumer } = new QueuedConsumer(this, 'Views', 'projector', {
      bundles,
      impact: {
        zh: '公开栏、目录总览和待办停在旧内容，到期事项不再自动公开或撤下。记录不受影响。',
        en: 'boards, catalogue pages and tasks stand still, and what falls due is neither released nor taken down.',
      },
      listensTo: { bus, events: 'all' },
      timeout: Duration.seconds(30),
      maxConcurrency: 10,
    });
    record.letRead(consumer);
    views.letProject(consumer);
    settings.tellDistrict(consumer);
  }
}

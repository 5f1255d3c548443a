import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import { LEDGER_EVENTS } from '../../event-types.ts';
import type { Parts } from './parts.ts';

/** What is owed, kept in step with what is disclosed. */
export class Duties extends Construct {
  constructor(scope: Construct, id: string, { bundles, settings, record, bus }: Parts) {
    super(scope, id);
    const { consumer: keeper } = new QueuedConsumer(this, 'Ledgers', 'keep-ledger', {
      bundles,
      impact: {
        zh: '已公开的事项没有记入公开台账，按时公开的单位可能被误报逾期。',
        en: 'disclosures are not entered in the ledgers: organisations that were in time may be told they are overdue.',
      },
      listensTo: { bus, events: LEDGER_EVENTS },
      timeout: Duration.seconds(30),
      maxConcurrency: 10,
    });
    record.letAppend(keeper);
    settings.tellDistrict(keeper);
  }
}

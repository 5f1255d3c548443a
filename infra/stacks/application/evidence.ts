import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { QueuedConsumer } from '../../constructs/queued-consumer.ts';
import type { Parts } from './parts.ts';

/** What is uploaded as attachment or proof, looked into before anybody may use it. */
export class Evidence extends Construct {
  constructor(scope: Construct, id: string, { bundles, record, files }: Parts) {
    super(scope, id);
    const { consumer } = new QueuedConsumer(this, 'Inspecting', 'inspect-file', {
      bundles,
      impact: {
        zh: '上传的照片和文件没有检查，不能作为附件或公开凭证使用。',
        en: 'uploaded photos and documents are not inspected: they cannot be used as attachments or proofs.',
      },
      listensTo: { pattern: files.arrivals },
      // The largest photo takes six seconds of a processor and 1.2 GB to unpack.
      timeout: Duration.seconds(120),
      memory: 2048,
      // Two of those at once would not fit.
      batchSize: 1,
      maxConcurrency: 5,
    });
    record.letAppend(consumer);
    files.letInspect(consumer);
  }
}

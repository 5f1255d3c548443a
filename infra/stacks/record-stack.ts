import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { DisplayMasterKey } from '../constructs/display-master-key.ts';
import { FileVault } from '../constructs/file-vault.ts';
import { RecordLog } from '../constructs/record-log.ts';
import { Views } from '../constructs/views.ts';
import { EVENT_SOURCE } from '../event-types.ts';

/** What must outlive every release of the application: the record, its files and views, the bus and the displays' master key. */
export class RecordStack extends Stack {
  readonly record: RecordLog;
  readonly files: FileVault;
  readonly views: Views;
  readonly bus: EventBus;
  readonly displayMasterKey: DisplayMasterKey;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.record = new RecordLog(this, 'Record');
    this.files = new FileVault(this, 'Files');
    this.views = new Views(this, 'Views');
    this.bus = this.makeBus();
    this.displayMasterKey = new DisplayMasterKey(this, 'DisplayMasterKey');
    new CfnOutput(this, 'LogTableName', { value: this.record.table.tableName });
    new CfnOutput(this, 'ViewsTableName', { value: this.views.table.tableName });
    new CfnOutput(this, 'FilesBucketName', { value: this.files.bucket.bucketName });
  }

  private makeBus(): EventBus {
    const bus = new EventBus(this, 'Bus', { description: 'Gongkai: thin events, no bodies' });
    bus.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const archive = bus.archive('Archive', {
      description: 'Gongkai: what to replay to a consumer that was wrong',
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(90),
    });
    archive.applyRemovalPolicy(RemovalPolicy.RETAIN);
    return bus;
  }
}

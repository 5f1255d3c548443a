import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Bundles } from '../../constructs/bundles.ts';
import type { DisplayMasterKey } from '../../constructs/display-master-key.ts';
import type { FileVault } from '../../constructs/file-vault.ts';
import type { RecordLog } from '../../constructs/record-log.ts';
import type { Settings } from '../../constructs/settings.ts';
import type { Views } from '../../constructs/views.ts';

/** What a feature of the application is built from. It takes what it names and nothing else. */
export interface Parts {
  readonly bundles: Bundles;
  readonly settings: Settings;
  readonly record: RecordLog;
  readonly files: FileVault;
  readonly views: Views;
  readonly bus: EventBus;
  readonly displayMasterKey: DisplayMasterKey;
}

import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Bundles } from '../../constructs/bundles.ts';
import { Settings } from '../../constructs/settings.ts';
import { StreamRelay } from '../../constructs/stream-relay.ts';
import type { RecordStack } from '../record-stack.ts';
import { Alerts } from './alerts.ts';
import { Clockwork } from './clockwork.ts';
import { Displays } from './displays.ts';
import { Doors } from './doors.ts';
import { Duties } from './duties.ts';
import { Evidence } from './evidence.ts';
import { Projection } from './projection.ts';
import { Reactions } from './reactions.ts';

export interface ApplicationStackProps extends StackProps {
  /** The stack whose record this works on. */
  readonly keeps: RecordStack;
  /** Folder that `bundleFunctions` filled. */
  readonly bundlesDir: string;
}

/** Everything that a release replaces: the functions, what starts them, and the way in. Holds no data but queues. */
export class ApplicationStack extends Stack {
  readonly doors: Doors;

  constructor(scope: Construct, id: string, { keeps, bundlesDir, ...props }: ApplicationStackProps) {
    super(scope, id, props);
    const { record, files, views, bus, displayMasterKey } = keeps;
    const bundles = new Bundles(bundlesDir);
    const settings = new Settings(this);
    const parts = { bundles, settings, record, files, views, bus, displayMasterKey };

    this.doors = new Doors(this, 'Doors', parts);
    new StreamRelay(this, 'Relay', parts);
    new Projection(this, 'Projection', parts);
    new Reactions(this, 'Reactions', parts);
    new Duties(this, 'Duties', parts);
    new Evidence(this, 'Evidence', parts);
    new Alerts(this, 'Alerts', parts);
    new Clockwork(this, 'Clockwork', parts);
    new Displays(this, 'Displays', parts);

    new CfnOutput(this, 'ApiEndpoint', { value: this.doors.api.apiEndpoint });
  }
}

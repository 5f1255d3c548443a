import { App, DefaultStackSynthesizer, type IStackSynthesizer } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { ApplicationStack } from './stacks/application/application-stack.ts';
import { RecordStack } from './stacks/record-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';

/**
 * Behaviour of the CDK that is fixed for this project. It stands here, not in cdk.json, so that the command line, the
 * tests and the local cloud get the same templates.
 */
const FEATURES = {
  '@aws-cdk/core:target-partitions': ['aws', 'aws-cn'],
  '@aws-cdk/core:checkSecretUsage': true,
  // Exports and imports: nothing can be taken from under another stack.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/aws-iam:standardizedServicePrincipals': true,
};

export interface AppOptions {
  /** Folder that `bundleFunctions` filled. @default dist/functions */
  readonly bundlesDir?: string;
  /** Where the cloud assembly is written. @default cdk.out */
  readonly outDir?: string;
  /** Hold the templates against CloudFormation's schemas too, which takes two seconds. @default true */
  readonly validate?: boolean;
}

export interface GongkaiApp {
  readonly app: App;
  readonly record: RecordStack;
  readonly application: ApplicationStack;
  readonly watch: WatchStack;
}

/** The three stacks, by how long their contents live. Not tied to an account, a region or a partition. */
export function buildApp(options: AppOptions = {}): GongkaiApp {
  const { bundlesDir = 'dist/functions', outDir = 'cdk.out', validate = true } = options;
  const app = new App({
    outdir: outDir,
    context: FEATURES,
    builtinCloudFormationValidation: validate,
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
  });
  const record = new RecordStack(app, 'Gongkai-Record', { synthesizer: synthesizer() });
  const application = new ApplicationStack(app, 'Gongkai-Application', {
    synthesizer: synthesizer(),
    keeps: record,
    bundlesDir,
  });
  const watch = new WatchStack(app, 'Gongkai-Watch', { synthesizer: synthesizer(), watches: application });
  return { app, record, application, watch };
}

/** The cast: with exact optional properties, this class of the CDK does not match the CDK's own interface. */
function synthesizer(): IStackSynthesizer {
  return new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as unknown as IStackSynthesizer;
}

// Run by the CDK command line. Its output is kept apart from cdk.out, which belongs to `synthesise`.
if (import.meta.main) {
  await bundleFunctions();
  const { app } = buildApp({ outDir: process.env.CDK_OUTDIR ?? 'dist/cdk.out' });
  const { addSecurityChecks } = await import('./security-checks.ts');
  addSecurityChecks(app);
  app.synth();
}

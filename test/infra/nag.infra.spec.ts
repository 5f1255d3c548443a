import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import type { GongkaiApp } from '../../infra/app.ts';
import { addSecurityChecks } from '../../infra/security-checks.ts';
import { buildTrivialApp } from './assembly.ts';

interface Violation {
  readonly ruleName: string;
}

/** What the AWS Solutions rules and CloudFormation's own schemas find. */
function findings({ app }: GongkaiApp): string[] {
  addSecurityChecks(app);
  try {
    app.synth();
  } catch (error) {
    if ((error as Error).name !== 'ValidationFailed') throw error;
  }
  const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8'));
  return report.pluginReports.flatMap(({ violations }: { violations: Violation[] }) =>
    violations.map(({ ruleName }) => ruleName),
  );
}

test('the stacks are valid, and break no rule of AWS Solutions that is not answered with a reason', async () => {
  expect(findings(await buildTrivialApp(true))).toEqual([]);
});

test('a careless queue, which CloudFormation would not even take, would be found', async () => {
  const gongkai = await buildTrivialApp(true);
  new CfnQueue(gongkai.application, 'Careless', { delaySeconds: 5000 });
  const found = findings(gongkai);
  // F3034: CloudFormation takes a delay of 900 seconds at most.
  expect(found.sort()).toEqual(['AwsSolutions-SQS3', 'AwsSolutions-SQS4', 'F3034']);
});

test('what is acknowledged, each with its reason', async () => {
  const { app } = await buildTrivialApp();
  const reasons = new Map<string, Set<string>>();
  for (const { type, data } of app.node.findAll().flatMap((construct) => construct.node.metadata)) {
    if (type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) continue;
    for (const [rule, reason] of Object.entries(data as Record<string, string>)) {
      const id = rule.replace('Annotation::', '').replace(/ExportsOutput\w+/, '<table>');
      reasons.set(id, new Set([...(reasons.get(id) ?? []), reason]));
    }
  }
  expect([...reasons.keys()].sort()).toEqual([
    'AwsSolutions-APIG4',
    'AwsSolutions-IAM5[Resource::Gongkai-Record:<table>/incoming/*]',
    'AwsSolutions-IAM5[Resource::Gongkai-Record:<table>/published/*]',
    'AwsSolutions-IAM5[Resource::Gongkai-Record:<table>/sealed/*]',
    'AwsSolutions-IAM5[Resource::Gongkai-Record:<table>/stream/*]',
    'AwsSolutions-S1',
    'AwsSolutions-SMG4',
    'AwsSolutions-SQS3',
  ]);
  for (const reason of [...reasons.values()].flatMap((each) => [...each]))
    expect(reason).toMatch(/^.{60,}[.]$/);
});

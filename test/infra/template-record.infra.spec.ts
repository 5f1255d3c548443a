import { beforeAll, describe, expect, test } from 'vitest';
import { buildTrivialApp, type Resource, type Templates, templatesOf } from './assembly.ts';

let templates: Templates;
let terminationProtection: boolean | undefined;

beforeAll(async () => {
  const app = await buildTrivialApp();
  templates = templatesOf(app);
  terminationProtection = app.record.terminationProtection;
});

function table(name: 'LogTable' | 'ViewsTable'): Resource {
  const found = templates.record.ofType('AWS::DynamoDB::Table').filter(([id]) => id.includes(name));
  expect(found).toHaveLength(1);
  return found[0]?.[1] as Resource;
}

describe('what must outlive every release', () => {
  test('the stack cannot be deleted, and nothing in it is deleted or replaced with it', () => {
    expect(terminationProtection).toBe(true);
    const lost = Object.entries(templates.record.resources)
      .filter(([, { DeletionPolicy, UpdateReplacePolicy }]) =>
        [DeletionPolicy, UpdateReplacePolicy].some((policy) => policy !== 'Retain'),
      )
      .map(([id]) => id);
    expect(lost).toEqual([]);
  });

  test.each(['LogTable', 'ViewsTable'] as const)(
    '%s: protected, restorable to any second, paid by use',
    (name) => {
      expect(table(name).Properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        BillingMode: 'PAY_PER_REQUEST',
      });
    },
  );

  test('the log: one row a commit, its stream with the old image, no indices, nothing that expires', () => {
    const { Properties } = table('LogTable');
    expect(Properties.KeySchema).toEqual([
      { AttributeName: 'stream', KeyType: 'HASH' },
      { AttributeName: 'version', KeyType: 'RANGE' },
    ]);
    expect(Properties.AttributeDefinitions).toContainEqual({ AttributeName: 'version', AttributeType: 'N' });
    expect(Properties.StreamSpecification).toMatchObject({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(Properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays).toBe(35);
    expect(Properties.GlobalSecondaryIndexes).toBeUndefined();
    expect(Properties.TimeToLiveSpecification).toBeUndefined();
  });

  test('the log refuses to everybody what would rewrite it', () => {
    const { Statement } = table('LogTable').Properties.ResourcePolicy.PolicyDocument;
    expect(Statement).toHaveLength(1);
    expect(Statement[0]).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
    expect(Statement[0].Action).toEqual(
      expect.arrayContaining(['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']),
    );
    expect(Statement[0].Action).not.toContain('dynamodb:PutItem');
  });

  test('the files: private, encrypted, versioned, over TLS only, and told to the bus of the account', () => {
    const { Properties } = templates.record.single('AWS::S3::Bucket');
    expect(Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(JSON.stringify(Properties.BucketEncryption)).toContain('AES256');
    expect(Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  test('the files: nothing that was accepted can be deleted, by anybody; only arrivals expire', () => {
    const { PolicyDocument } = templates.record.single('AWS::S3::BucketPolicy').Properties;
    const denied = PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Deny');
    expect(denied).toContainEqual(
      expect.objectContaining({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
    const [kept] = denied.filter(({ Sid }: { Sid?: string }) => Sid === 'NobodyDeletesEvidence');
    expect(kept).toMatchObject({
      Principal: { AWS: '*' },
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    });
    expect(JSON.stringify(kept.Resource)).toMatch(/\/published\/\*.*\/sealed\/\*/);
    const { Rules } = templates.record.single('AWS::S3::Bucket').Properties.LifecycleConfiguration;
    expect(Rules.map(({ Prefix }: { Prefix: string }) => Prefix)).toEqual(['incoming/']);
  });

  test('the views: cards by stream, and three sparse indices', () => {
    const { Properties } = table('ViewsTable');
    expect(Properties.KeySchema.map((key: { AttributeName: string }) => key.AttributeName)).toEqual([
      'pk',
      'sk',
    ]);
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    const indices = Properties.GlobalSecondaryIndexes.map(
      // biome-ignore lint/suspicious/noExplicitAny: a template
      ({ IndexName, KeySchema, Projection }: any) => [
        IndexName,
        // biome-ignore lint/suspicious/noExplicitAny: a template
        ...KeySchema.map((key: any) => key.AttributeName),
        Projection.ProjectionType,
      ],
    );
    expect(indices).toEqual([
      ['board', 'boardKey', 'boardSort', 'ALL'],
      ['desk', 'deskKey', 'deskSort', 'ALL'],
      ['due', 'dueShard', 'dueAt', 'KEYS_ONLY'],
    ]);
  });

  test('what went over the bus can be replayed', () => {
    const { Properties } = templates.record.single('AWS::Events::Archive');
    expect(Properties.EventPattern).toEqual({ source: ['gongkai'] });
    expect(Properties.RetentionDays).toBeGreaterThanOrEqual(30);
  });

  test('the master key of the displays is made by the template, and no template holds its value', () => {
    const { Properties } = templates.record.single('AWS::SecretsManager::Secret');
    expect(Properties.GenerateSecretString.PasswordLength).toBeGreaterThanOrEqual(32);
    expect(Properties.SecretString).toBeUndefined();
  });
});

import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DisclosureFunction } from './disclosure-function.ts';

/** Parts of the bucket; the names are those of `functions/shell/file-keys.ts`. */
const INCOMING = 'incoming';
const SEALED = 'sealed';
const PUBLISHED = 'published';

/**
 * Files: attachments of items and proofs of what was disclosed offline. As of the record, nothing is ever deleted from
 * what was accepted, not by an administrator either; another file takes its place. What arrives is looked into first,
 * and only what was taken is kept.
 */
export class FileVault extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        {
          id: 'ArrivalsAreKeptUntilTheirVerdict',
          prefix: `${INCOMING}/`,
          expiration: Duration.days(30),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
    });
    this.refuseDeletion();
    // The construct's own switch for this is a custom resource with a function of its own; the property is enough.
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'A log of accesses would say who reads what a Party branch discloses. Who may, the functions decide and log ' +
        'without names; who uploaded what is in the record.',
    });
  }

  /** Sign uploads to where they arrive. */
  letUpload(...doors: DisclosureFunction[]): void {
    for (const door of doors) this.allow(door, 's3:PutObject', INCOMING);
  }

  /** Sign links to what readers may get. */
  letServe(...doors: DisclosureFunction[]): void {
    for (const door of doors) this.allow(door, 's3:GetObject', PUBLISHED);
  }

  /** Read what arrived, seal it, and put beside it what readers may get. */
  letInspect(inspector: DisclosureFunction): void {
    this.allow(inspector, 's3:GetObject', INCOMING);
    for (const part of [SEALED, PUBLISHED]) this.allow(inspector, 's3:PutObject', part);
  }

  /** `Object Created` of what arrives, on the account's own bus. */
  get arrivals() {
    return {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: {
        bucket: { name: [this.bucket.bucketName] },
        object: { key: [{ prefix: `${INCOMING}/` }] },
      },
    };
  }

  private allow(who: DisclosureFunction, action: string, part: string): void {
    who.allow([action], [this.bucket.arnForObjects(`${part}/*`)]);
    who.tell('FILES_BUCKET', this.bucket.bucketName);
    Validations.of(who).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${this.exportedArn()}/${part}/*]`,
      reason:
        'Each file has an address of its own, made when it is asked for; the prefix is what bounds the grant.',
    });
  }

  private refuseDeletion(): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NobodyDeletesEvidence',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
        resources: [SEALED, PUBLISHED].map((part) => this.bucket.arnForObjects(`${part}/*`)),
      }),
    );
    // A bucket that stays without its policy would let go of everything.
    this.bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  /** How the ARN of the bucket is written in another stack. */
  private exportedArn(): string {
    const stack = Stack.of(this);
    return stack.resolve(stack.exportValue(this.bucket.bucketArn))['Fn::ImportValue'];
  }
}

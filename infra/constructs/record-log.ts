import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { DisclosureFunction } from './disclosure-function.ts';

/** What would let somebody rewrite history. `BatchWriteItem` is here because it puts without a condition. */
const REWRITING = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
];

/**
 * The record: one row a commit, put once, never changed. The only grants it has to give are reading and appending; and
 * its own policy refuses updates and deletions to everybody in the account, administrators included.
 *
 * One region on purpose: replicas of a global table settle conflicts by the last writer, which would let two commits
 * take the same version.
 */
export class RecordLog extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'LogTable', {
      partitionKey: { name: 'stream', type: AttributeType.STRING },
      sortKey: { name: 'version', type: AttributeType.NUMBER },
      billingMode: BillingMode.PAY_PER_REQUEST,
      // The old image too: it is the evidence when a row was overwritten.
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      resourcePolicy: new PolicyDocument({
        statements: [
          new PolicyStatement({
            sid: 'NobodyRewritesTheRecord',
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: REWRITING,
            // In a table's own policy this is the table; its ARN would make the table depend on itself.
            resources: ['*'],
          }),
        ],
      }),
    });
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (!tableStreamArn) throw new Error('the record has no stream');
    return tableStreamArn;
  }

  /** In batches too: a command sees with one call whether any of the streams that it rests on has grown. */
  letRead(reader: DisclosureFunction): void {
    reader.allow(['dynamodb:Query', 'dynamodb:BatchGetItem'], [this.table.tableArn]);
    reader.tell('LOG_TABLE', this.table.tableName);
  }

  letAppend(writer: DisclosureFunction): void {
    this.letRead(writer);
    writer.allow(['dynamodb:PutItem'], [this.table.tableArn]);
  }

  /** The stream, and nothing of the table. */
  letFollow(follower: DisclosureFunction): void {
    follower.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      [this.streamArn],
    );
    follower.allow(['dynamodb:ListStreams'], [`${this.table.tableArn}/stream/*`]);
    Validations.of(follower).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${this.exportedArn()}/stream/*]`,
      reason: 'Lambda must list the streams of this one table; a stream cannot be named before it is listed.',
    });
  }

  /** How the ARN of the table is written in another stack. */
  private exportedArn(): string {
    const stack = Stack.of(this);
    return stack.resolve(stack.exportValue(this.table.tableArn))['Fn::ImportValue'];
  }
}

import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { DisclosureFunction } from './disclosure-function.ts';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** Sparse indices: a card is in one only while it has the key. */
const INDICES = {
  /** What is on show. */
  board: { pk: 'boardKey', sk: 'boardSort', projection: ProjectionType.ALL },
  /** What somebody has a task on. */
  desk: { pk: 'deskKey', sk: 'deskSort', projection: ProjectionType.ALL },
  /** What waits for a time. Sharded, since a throttled index holds up the writes to its table. */
  due: { pk: 'dueShard', sk: 'dueAt', projection: ProjectionType.KEYS_ONLY },
} as const;

export type ViewIndex = keyof typeof INDICES;

/** One card a stream, made from the record and disposable; whatever shows things reads these. */
export class Views extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.table = new Table(this, 'ViewsTable', {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [indexName, { pk, sk, projection }] of Object.entries(INDICES)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(pk),
        sortKey: string(sk),
        projectionType: projection,
      });
    }
  }

  /** Cards by key, and the indices named. */
  letRead(reader: DisclosureFunction, ...indices: ViewIndex[]): void {
    reader.allow(['dynamodb:Query', 'dynamodb:GetItem'], [this.table.tableArn]);
    if (indices.length > 0) this.letQuery(reader, ...indices);
    reader.tell('VIEWS_TABLE', this.table.tableName);
  }

  /** The indices named, not the cards. */
  letQuery(reader: DisclosureFunction, ...indices: ViewIndex[]): void {
    const arns = indices.map((index) => `${this.table.tableArn}/index/${index}`);
    reader.allow(['dynamodb:Query'], arns);
    reader.tell('VIEWS_TABLE', this.table.tableName);
  }

  /** Replaces cards; never deletes one. */
  letProject(projector: DisclosureFunction): void {
    projector.allow(['dynamodb:PutItem', 'dynamodb:BatchGetItem'], [this.table.tableArn]);
    projector.tell('VIEWS_TABLE', this.table.tableName);
  }
}

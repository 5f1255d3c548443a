import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { StreamKind } from '../../domain/kernel/scope.ts';
import {
  DESK_VIEW,
  PACE_VIEW,
  RATES_VIEW,
  READS_VIEW,
  REPLIES_VIEW,
  SCREENS_VIEW,
} from '../../functions/shell/view-keys.ts';
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

  /** Whoever opens to strangers counts their attempts under that key, and can touch no card. */
  letCountAttempts(door: DisclosureFunction): void {
    const conditions = {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`ORG#*#${RATES_VIEW}`] },
    };
    door.allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [this.table.tableArn], conditions);
    door.tell('VIEWS_TABLE', this.table.tableName);
  }

  /** Where people are answered who wrote by mail: whoever takes mail in or answers it has that key, and no card. */
  letKeepReplies(keeper: DisclosureFunction): void {
    keeper.allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`ORG#*#${REPLIES_VIEW}`] },
    });
    keeper.tell('VIEWS_TABLE', this.table.tableName);
  }

  /** Whether anything on an item still waits for an answer is asked of desks before it is closed, and nothing else is. */
  letLookOnDesks(door: DisclosureFunction): void {
    door.allow(['dynamodb:Query'], [`${this.table.tableArn}/index/desk`], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`ORG#*#${DESK_VIEW}`] },
    });
  }

  /** How opinions and requests fare is counted for reports by whoever takes the order to send them. */
  letCountVoices(door: DisclosureFunction): void {
    const of = (kind: StreamKind) => `ORG#*#${kind}`;
    door.allow(['dynamodb:Query'], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [of('FEEDBACK'), of('ENQUIRY')] },
    });
  }

  /** When screens were last heard of: whoever takes heartbeats writes under that key, and can touch no card. */
  letHearScreens(hearer: DisclosureFunction): void {
    hearer.allow(['dynamodb:PutItem'], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`ORG#*#${SCREENS_VIEW}`] },
    });
  }

  /** How often items are read: whoever shows them counts under that key, and can touch no card. */
  letCountReads(door: DisclosureFunction): void {
    door.allow(['dynamodb:PutItem'], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`ORG#*#${READS_VIEW}`] },
    });
  }

  /** How much each display may be sent: whoever sends draws from the buckets under that key, and can touch no card. */
  letPace(sender: DisclosureFunction): void {
    sender.allow(['dynamodb:GetItem', 'dynamodb:PutItem'], [this.table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`ORG#*#${PACE_VIEW}`] },
    });
    sender.tell('VIEWS_TABLE', this.table.tableName);
  }

  /** Replaces cards; never deletes one. */
  letProject(projector: DisclosureFunction): void {
    projector.allow(['dynamodb:PutItem', 'dynamodb:BatchGetItem'], [this.table.tableArn]);
    projector.tell('VIEWS_TABLE', this.table.tableName);
  }
}

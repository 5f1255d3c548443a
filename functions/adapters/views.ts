import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import { batchGet } from './batch-get.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

/**
 * One row of the views: what lists need to know of one stream, projected from its folded state. Disposable: any row
 * can be built again from the log. The index keys are sparse: present only while the stream belongs in that list.
 */
export interface ViewRow {
  readonly pk: string;
  readonly sk: string;
  /** Version of the stream that the row was projected from. */
  readonly version: number;
  readonly card: unknown;
  /**
   * On a board, or in another list that is read newest first: answers, deliveries. A `sort` occurs once in its list:
   * cursors are made of it.
   */
  readonly board?: { readonly key: string; readonly sort: string };
  /** It waits for somebody; see `deskKey`. */
  readonly desk?: { readonly key: string; readonly sort: string };
  /** Waits for time: shard and `<instant>#<stream>`. */
  readonly due?: { readonly shard: string; readonly at: string };
  /** From when on the table may forget the row; it does so some days later, so whoever reads looks at the time too. */
  readonly expiresAt?: Instant;
}

export interface Page {
  readonly rows: readonly ViewRow[];
  /** Hand it back to go on; undefined at the end. Opaque. See `encodeCursor`. */
  readonly next?: string;
}

export interface PageRequest {
  readonly limit: number;
  /** A `next`, or the cursor of the row to go on after. @throws Refusal `cursor-malformed` */
  readonly after?: string | undefined;
  readonly newestFirst?: boolean;
}

/** Oldest key first. */
export interface ListRequest extends Omit<PageRequest, 'newestFirst'> {
  /** Only rows whose sort key begins with it. */
  readonly prefix?: string;
}

/** A list is read from either end, or for a prefix of its sort key. */
export type IndexRequest = PageRequest | ListRequest;

export interface DueEntry {
  readonly at: string;
  readonly stream: string;
}

export interface Views {
  /**
   * Writes the row unless a newer version is there, or the same one. False when it was stale. One write unit per KB and
   * index.
   * @param again over the same version as well: what the row says of other streams than its own has changed
   */
  put(row: ViewRow, again?: 'again'): Promise<boolean>;
  /** The row as of all writes before; one read unit for each 4 KB. */
  get(pk: string, sk: string): Promise<ViewRow | undefined>;
  /** Those of the rows that are not there yet, as of all writes before; no key twice. One read unit a row and 4 KB. */
  missing(rows: readonly ViewRow[]): Promise<readonly ViewRow[]>;
  list(pk: string, request: IndexRequest): Promise<Page>;
  listIndex(index: 'board' | 'desk', key: string, request: IndexRequest): Promise<Page>;
  /** What has been due in one shard up to `until` inclusive, oldest first. */
  due(shard: string, until: string): AsyncIterable<DueEntry>;
}

const INDEX_KEYS = {
  board: { key: 'boardKey', sort: 'boardSort' },
  desk: { key: 'deskKey', sort: 'deskSort' },
} as const;

export class DynamoViews implements Views {
  readonly #client: DynamoDBClient;
  readonly #table: string;

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async put(row: ViewRow, again?: 'again'): Promise<boolean> {
    const isOlder = again ? '#version <= :version' : '#version < :version';
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: toItem(row),
          ConditionExpression: `attribute_not_exists(#pk) OR ${isOlder}`,
          ExpressionAttributeNames: { '#pk': 'pk', '#version': 'version' },
          ExpressionAttributeValues: { ':version': { N: String(row.version) } },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  async get(pk: string, sk: string): Promise<ViewRow | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({
        TableName: this.#table,
        Key: { pk: { S: pk }, sk: { S: sk } },
        ConsistentRead: true,
      }),
    );
    return Item && fromItem(Item);
  }

  async missing(rows: readonly ViewRow[]): Promise<readonly ViewRow[]> {
    const keys = rows.map(({ pk, sk }) => ({ pk: { S: pk }, sk: { S: sk } }));
    const found = await batchGet(this.#client, this.#table, keys);
    const there = new Set(found.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`));
    return rows.filter(({ pk, sk }) => !there.has(`${pk} ${sk}`));
  }

  list(pk: string, request: IndexRequest): Promise<Page> {
    return this.#page({ key: 'pk', sort: 'sk' }, pk, request);
  }

  listIndex(index: 'board' | 'desk', key: string, request: IndexRequest): Promise<Page> {
    return this.#page({ ...INDEX_KEYS[index], index }, key, request);
  }

  async *due(shard: string, until: string): AsyncIterable<DueEntry> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: 'due',
        KeyConditionExpression: '#shard = :shard AND #at <= :until',
        ExpressionAttributeNames: { '#shard': 'dueShard', '#at': 'dueAt' },
        // '~' sorts after '#', so entries of the very instant `until` are included.
        ExpressionAttributeValues: { ':shard': { S: shard }, ':until': { S: `${until}~` } },
      },
    );
    for await (const { Items = [] } of pages) yield* Items.map(toDueEntry);
  }

  async #page(
    names: { readonly key: string; readonly sort: string; readonly index?: string },
    key: string,
    { limit, after, newestFirst = false, prefix = '' }: PageRequest & ListRequest,
  ): Promise<Page> {
    const range = rangeOf(prefix, after, newestFirst);
    const { Items = [], LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        ...(names.index && { IndexName: names.index }),
        KeyConditionExpression: range ? `#key = :key AND ${range.condition}` : '#key = :key',
        ExpressionAttributeNames: { '#key': names.key, ...(range && { '#sort': names.sort }) },
        ExpressionAttributeValues: { ':key': { S: key }, ...(range && { ':bound': { S: range.bound } }) },
        ScanIndexForward: !newestFirst,
        Limit: limit,
      }),
    );
    const within = Items.filter((item) => item[names.sort]?.S?.startsWith(prefix));
    const last = within.length < Items.length ? undefined : LastEvaluatedKey?.[names.sort]?.S;
    return { rows: within.map(fromItem), ...(last !== undefined && { next: encodeCursor(last) }) };
  }
}

/** A key condition takes one range: after the first page it is the cursor's, and the end of the prefix is found by eye. */
function rangeOf(prefix: string, after: string | undefined, newestFirst: boolean) {
  if (after !== undefined) {
    return { condition: newestFirst ? '#sort < :bound' : '#sort > :bound', bound: decodeCursor(after) };
  }
  return prefix ? { condition: 'begins_with(#sort, :bound)', bound: prefix } : undefined;
}

function toDueEntry(item: Record<string, AttributeValue>): DueEntry {
  const [at = '', ...stream] = (item.dueAt?.S ?? '').split('#');
  return { at, stream: stream.join('#') };
}

function toItem(row: ViewRow): Record<string, AttributeValue> {
  return {
    pk: { S: row.pk },
    sk: { S: row.sk },
    version: { N: String(row.version) },
    card: { S: JSON.stringify(row.card) },
    ...(row.board && { boardKey: { S: row.board.key }, boardSort: { S: row.board.sort } }),
    ...(row.desk && { deskKey: { S: row.desk.key }, deskSort: { S: row.desk.sort } }),
    ...(row.due && { dueShard: { S: row.due.shard }, dueAt: { S: row.due.at } }),
    ...(row.expiresAt && { expiresAt: { N: String(Math.ceil(epochOf(row.expiresAt) / 1000)) } }),
  };
}

function fromItem(item: Record<string, AttributeValue>): ViewRow {
  const text = (name: string): string => item[name]?.S ?? '';
  return {
    pk: text('pk'),
    sk: text('sk'),
    version: Number(item.version?.N),
    card: JSON.parse(text('card')),
    ...(item.boardKey && { board: { key: text('boardKey'), sort: text('boardSort') } }),
    ...(item.deskKey && { desk: { key: text('deskKey'), sort: text('deskSort') } }),
    ...(item.dueShard && { due: { shard: text('dueShard'), at: text('dueAt') } }),
    ...(item.expiresAt?.N && { expiresAt: instantOf(Number(item.expiresAt.N) * 1000) }),
  };
}

import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { intervalMs, turnAt } from '../../domain/display/pace.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import { Turns } from '../shell/turns.ts';
import { paceKey } from '../shell/view-keys.ts';

/** Sees to it that no display is sent more at once than it takes. */
export interface Pace {
  /**
   * Takes one place in the display's bucket, for good.
   * @returns when the message may go: `now`, or the later time that is kept free for it
   */
  turn(scope: OrgScope, display: string, perMinute: number, now: Instant): Promise<Instant>;
}

/** A bucket that nobody has drawn from for a day has long been full. */
const FORGOTTEN_AFTER_SECONDS = 86_400;
/** More senders than this do not run at a time. */
const ROUNDS = 50;

/**
 * The buckets, a small row each beside the views: they are no part of the record, and a bucket that is lost is full.
 * Drawing is a read and a conditional put, again when another sender was faster, so they share what there is. Those of
 * one process draw one after the other.
 */
export class DynamoPace implements Pace {
  readonly #client: DynamoDBClient;
  readonly #table: string;
  readonly #turns = new Turns();

  constructor(client: DynamoDBClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  turn(scope: OrgScope, display: string, perMinute: number, now: Instant): Promise<Instant> {
    const key = { pk: { S: paceKey(scope.organisation) }, sk: { S: display } };
    return this.#turns.take(`${key.pk.S} ${display}`, async () => {
      const at = epochOf(now);
      for (let round = 1; round <= ROUNDS; round += 1) {
        const fullAt = await this.#fullAt(key);
        const next = Math.max(fullAt ?? at, at) + intervalMs(perMinute);
        if (await this.#put(key, next, fullAt)) return instantOf(turnAt(fullAt ?? at, at, perMinute));
      }
      throw new Error(`gave up after ${ROUNDS} conflicts on the pace of ${display}`);
    });
  }

  async #fullAt(key: Key): Promise<number | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return Item?.fullAt?.N === undefined ? undefined : Number(Item.fullAt.N);
  }

  /** False when somebody has drawn since. */
  async #put(key: Key, fullAt: number, before: number | undefined): Promise<boolean> {
    const expiresAt = Math.ceil(fullAt / 1000) + FORGOTTEN_AFTER_SECONDS;
    try {
      await this.#client.send(
        new PutItemCommand({
          TableName: this.#table,
          Item: { ...key, fullAt: { N: String(fullAt) }, expiresAt: { N: String(expiresAt) } },
          ...(before === undefined
            ? { ConditionExpression: 'attribute_not_exists(fullAt)' }
            : {
                ConditionExpression: 'fullAt = :before',
                ExpressionAttributeValues: { ':before': { N: String(before) } },
              }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

type Key = Record<'pk' | 'sk', { readonly S: string }>;

import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { openCommit } from '../../domain/kernel/commit.ts';
import type { Bus } from '../adapters/bus.ts';
import { fromItem } from '../adapters/log.ts';
import { type BusEvent, busEventsOf } from '../edge/bus-event.ts';

export interface RelayDependencies {
  readonly bus: Bus;
  /** Called with the key of a row that was changed or removed: the record must never be, so a person is told. */
  reportTampering(stream: string, version: string, change: string): void;
}

/**
 * Sends the events of appended commits to the bus, in the order of the stream. When the bus does not take an entry,
 * its commit and everything after it is reported as failed and comes again: duplicates are normal, gaps are not.
 */
export async function relay(
  records: readonly DynamoDBRecord[],
  deps: RelayDependencies,
): Promise<DynamoDBBatchResponse> {
  const outgoing: { readonly event: BusEvent; readonly record: DynamoDBRecord }[] = [];
  let unreadable: DynamoDBRecord | undefined;
  for (const record of records) {
    if (record.eventName !== 'INSERT') {
      const keys = record.dynamodb?.Keys;
      deps.reportTampering(keys?.stream?.S ?? '?', keys?.version?.N ?? '?', record.eventName ?? '?');
      continue;
    }
    try {
      const events = busEventsOf(openCommit(fromItem(record.dynamodb?.NewImage ?? {})));
      outgoing.push(...events.map((event) => ({ event, record })));
    } catch {
      // Nothing after a row that cannot be read may overtake it; the mapping's retries and its queue take over.
      unreadable = record;
      break;
    }
  }
  const failedAt = await deps.bus.publish(outgoing.map(({ event }) => event));
  const failed = failedAt === undefined ? unreadable : outgoing[failedAt]?.record;
  return { batchItemFailures: failed ? [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? '' }] : [] };
}

import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { GENESIS, type SealedCommit, sealCommit } from '../../../domain/kernel/commit.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { toItem } from '../../../functions/adapters/log.ts';
import type { BusEvent } from '../../../functions/edge/bus-event.ts';
import { relay } from '../../../functions/relay/relay.ts';

const stream = new OrgScope('school').stream('ITEM', 'item-1');

const commit = (version: number, ...types: string[]): SealedCommit =>
  sealCommit(stream, version, GENESIS, {
    at: '2026-11-22T01:00:00.000Z',
    by: { kind: 'person', person: 'clerk', organisation: 'school' },
    command: `command-${version}`,
    correlation: 'request-1',
    events: types.map((type) => ({ type, data: { title: '不得上总线的标题', audience: 'party' } })),
  });

const inserted = (sealed: SealedCommit): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    SequenceNumber: `seq-${sealed.version}`,
    NewImage: toItem(sealed) as unknown as Record<string, AttributeValue>,
  },
});

/** A bus that stops taking entries at an index, as EventBridge may within a call that succeeds. */
function busRefusingFrom(index = Number.POSITIVE_INFINITY) {
  const taken: BusEvent[] = [];
  const publish = async (events: readonly BusEvent[]) => {
    taken.push(...events.slice(0, index));
    return index < events.length ? index : undefined;
  };
  return { taken, publish };
}

async function run(records: DynamoDBRecord[], bus = busRefusingFrom()) {
  const tampered: string[] = [];
  const reportTampering = (...what: string[]) => void tampered.push(what.join(' '));
  const { batchItemFailures } = await relay(records, { bus, reportTampering });
  return { taken: bus.taken, tampered, failed: batchItemFailures.map((each) => each.itemIdentifier) };
}

describe('the relay', () => {
  test('sends the events of every commit in order, without a word of what they say', async () => {
    const { taken, failed } = await run([
      inserted(commit(1, 'ItemProposed')),
      inserted(commit(2, 'ItemSubmitted', 'ItemScreened')),
    ]);
    expect(taken.map(({ type, streamVersion }) => [type, streamVersion])).toEqual([
      ['ItemProposed', 1],
      ['ItemSubmitted', 2],
      ['ItemScreened', 2],
    ]);
    expect(JSON.stringify(taken)).not.toContain('标题');
    expect(taken[0]).toMatchObject({ organisation: 'school', audience: 'party', correlation: 'request-1' });
    expect(failed).toEqual([]);
  });

  test('gives a repeated commit the same event ids', async () => {
    const once = await run([inserted(commit(1, 'ItemProposed', 'ItemSubmitted'))]);
    const again = await run([inserted(commit(1, 'ItemProposed', 'ItemSubmitted'))]);
    expect(again.taken.map(({ id }) => id)).toEqual(once.taken.map(({ id }) => id));
    expect(new Set(once.taken.map(({ id }) => id)).size).toBe(2);
  });

  test('reports the commit whose entry the bus refused, so that it and all after it come again', async () => {
    const records = [commit(1, 'A'), commit(2, 'B', 'C'), commit(3, 'D')].map(inserted);
    expect((await run(records, busRefusingFrom(2))).failed).toEqual(['seq-2']);
    expect((await run(records, busRefusingFrom(0))).failed).toEqual(['seq-1']);
  });

  test('lets nothing overtake a row that it cannot read', async () => {
    const broken: DynamoDBRecord = {
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: 'seq-2', NewImage: {} },
    };
    const { taken, failed } = await run([inserted(commit(1, 'A')), broken, inserted(commit(3, 'C'))]);
    expect(taken.map(({ type }) => type)).toEqual(['A']);
    expect(failed).toEqual(['seq-2']);
  });

  test.each(['MODIFY', 'REMOVE'] as const)('tells of a row that saw a %s, and goes on', async (eventName) => {
    const record: DynamoDBRecord = {
      eventName,
      dynamodb: { SequenceNumber: 'seq-1', Keys: { stream: { S: stream }, version: { N: '1' } } },
    };
    const { taken, tampered, failed } = await run([record, inserted(commit(2, 'B'))]);
    expect(tampered).toEqual([`${stream} 1 ${eventName}`]);
    expect(taken.map(({ type }) => type)).toEqual(['B']);
    expect(failed).toEqual([]);
  });
});

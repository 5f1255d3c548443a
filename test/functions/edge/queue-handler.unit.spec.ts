import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { BusEvent } from '../../../functions/edge/bus-event.ts';
import { eventHandler } from '../../../functions/edge/queue-handler.ts';

const EVENT: BusEvent = {
  id: 'e-1',
  type: 'ItemReleased',
  version: 1,
  organisation: 'xinglan',
  stream: 'ORG#xinglan#ITEM#i-1',
  streamVersion: 4,
  audience: 'party',
  time: '2026-09-01T00:00:00.000Z',
  correlation: 'c-1',
};

const batchOf = (...bodies: readonly string[]) =>
  ({ Records: bodies.map((body, index) => ({ messageId: `m-${index}`, body })) }) as SQSEvent;
const bodyOf = (detail: unknown) => JSON.stringify({ detail });
const handle = (consume: (event: BusEvent) => Promise<void>, ...bodies: readonly string[]) =>
  eventHandler(consume)(batchOf(...bodies), {} as Context);

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => vi.restoreAllMocks());

describe('a function behind a queue', () => {
  it('takes each event, without what else stands in it', async () => {
    const taken: BusEvent[] = [];
    const consume = async (event: BusEvent) => void taken.push(event);
    const answer = await handle(consume, bodyOf({ ...EVENT, surprise: 1 }), bodyOf({ ...EVENT, id: 'e-2' }));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(taken).toEqual([EVENT, { ...EVENT, id: 'e-2' }]);
    expect(lines).toEqual([]);
  });

  it('reports each failure by itself, with an error line that holds no event', async () => {
    const consume = async ({ id }: BusEvent) => {
      if (id === 'e-2') throw new Error('the table is throttled', { cause: new Error('slow down') });
    };
    const answer = await handle(consume, bodyOf(EVENT), bodyOf({ ...EVENT, id: 'e-2' }));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 'ERROR',
        message: 'message failed',
        service: 'gongkai',
        messageId: 'm-1',
        error: expect.objectContaining({
          message: 'the table is throttled',
          stack: expect.stringContaining('queue-handler'),
          cause: expect.objectContaining({ message: 'slow down' }),
        }),
      }),
    ]);
    expect(lines.join()).not.toContain(EVENT.stream);
  });

  it('drops what the rules refuse, with a warning', async () => {
    expect(await handle(async () => refuse('not-found'), bodyOf(EVENT))).toEqual({ batchItemFailures: [] });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'WARN', message: 'message dropped', messageId: 'm-0', code: 'not-found' },
    ]);
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['no event', '{}'],
    ['another version', bodyOf({ ...EVENT, version: 2 })],
    ['a version of the stream that is no number', bodyOf({ ...EVENT, streamVersion: '4' })],
    ['an audience that does not exist', bodyOf({ ...EVENT, audience: 'everybody' })],
    ['no stream', bodyOf({ ...EVENT, stream: undefined })],
  ])('gives back %s', async (_, body) => {
    const consume = vi.fn();
    expect(await handle(consume, body)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-0' }] });
    expect(consume).not.toHaveBeenCalled();
  });

  it('names the fields of an event that are wrong', async () => {
    await handle(async () => {}, bodyOf({ ...EVENT, version: 2, time: 7 }));
    expect(lines.join()).toContain('missing or wrong: version, time');
  });
});

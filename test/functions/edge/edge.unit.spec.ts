import type { Context } from 'aws-lambda';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEnv } from '../../../functions/edge/env.ts';
import { type HttpEnv, httpApp } from '../../../functions/edge/http.ts';
import { logger } from '../../../functions/edge/logger.ts';
import { isInstant, isText, readMessage } from '../../../functions/edge/message.ts';
import { count } from '../../../functions/edge/metrics.ts';
import { scheduleHandler } from '../../../functions/edge/schedule-handler.ts';

let lines: string[];
const printed = () => lines.map((line) => JSON.parse(line));
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  logger.setKeys({});
});

describe('the log', () => {
  it('is one JSON line a message, about the request that was named last', () => {
    logger.setKeys({ correlation: 'first', route: 'GET /' });
    logger.setKeys({ correlation: 'second' });
    logger.warn('two\nlines', { code: 'x' });
    expect(lines).toEqual([expect.stringMatching(/^\{.*\}\n$/)]);
    expect(printed()).toEqual([
      {
        level: 'WARN',
        message: 'two\nlines',
        timestamp: expect.any(String),
        service: 'gongkai',
        correlation: 'second',
        code: 'x',
      },
    ]);
  });
});

describe('a count', () => {
  it('is a line in the embedded metric format, under the dimension that the alarms watch', () => {
    count('DueStuck', 3);
    expect(printed()).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'Gongkai',
              Dimensions: [['service']],
              Metrics: [{ Name: 'DueStuck', Unit: 'Count' }],
            },
          ],
        },
        service: 'gongkai',
        DueStuck: 3,
      },
    ]);
  });
});

describe('a function', () => {
  it('does not start without its environment, and says what is missing', () => {
    vi.stubEnv('LOG_TABLE', 'Log');
    vi.stubEnv('EVENT_BUS', '');
    expect(readEnv('LOG_TABLE')).toEqual({ LOG_TABLE: 'Log' });
    expect(() => readEnv('LOG_TABLE', 'EVENT_BUS', 'NOT_THERE')).toThrow(/: EVENT_BUS, NOT_THERE$/);
  });

  it('on a schedule runs for the scheduled time, in the one form of an instant', async () => {
    const run = vi.fn(async () => {});
    await scheduleHandler(run)({ scheduledTime: '2026-09-01T00:00:00Z' }, {} as Context);
    expect(run.mock.calls).toEqual([['2026-09-01T00:00:00.000Z']]);
  });

  it.each([{}, null, { scheduledTime: 'now' }, { scheduledTime: '2026-13-01T00:00:00Z' }])(
    'on a schedule refuses the tick %j',
    async (tick) => {
      const run = vi.fn(async () => {});
      await expect(scheduleHandler(run)(tick, {} as Context)).rejects.toThrow('scheduledTime');
      expect(run).not.toHaveBeenCalled();
    },
  );

  it('takes a message whose every field passes its test, and no more than those', () => {
    const read = (value: unknown) => readMessage({ stream: isText, at: isInstant }, value);
    const message = { stream: 'ORG#xinglan#ITEM#i-1', at: '2026-09-01T00:00:00.000Z' };
    expect(read({ ...message, more: 1 })).toEqual(message);
    expect(() => read({ ...message, at: '2026-09-01' })).toThrow('missing or wrong: at');
    for (const other of [null, undefined, 'text', []]) expect(() => read(other)).toThrow('stream, at');
  });
});

describe('a route that finds nothing', () => {
  const app = httpApp(new Hono<HttpEnv>());
  app.get('/things/:id', (c) => c.notFound());
  const request = (method: string) =>
    app.request('/things/7', { method }, { requestContext: { timeEpoch: 0, requestId: 'r-1' } });

  it.each(['GET', 'HEAD'])('answers 404 to %s, since it takes that method', async (method) => {
    const answer = await request(method);
    expect([answer.status, answer.headers.get('allow')]).toEqual([404, null]);
  });

  it('answers 405 to a method that it does not take', async () => {
    const answer = await request('POST');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

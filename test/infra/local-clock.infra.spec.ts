import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../infra/local/clock.ts';
import { parseSchedule, ScheduleProblem } from '../../infra/local/schedule-expression.ts';

const following = (expression: string, timezone: string, after: string, count = 1): string[] => {
  const next = parseSchedule(expression, timezone);
  const found: string[] = [];
  for (let at = next(Date.parse(after)); at !== undefined && found.length < count; at = next(at)) {
    found.push(new Date(at).toISOString());
  }
  return found;
};

describe('schedule expressions', () => {
  it('open a period at the beginning of each quarter in Shanghai, not in London', () => {
    expect(following('cron(0 2 1 1,4,7,10 ? *)', 'Asia/Shanghai', '2026-12-31T17:59:59.999Z', 3)).toEqual([
      '2026-12-31T18:00:00.000Z',
      '2027-03-31T18:00:00.000Z',
      '2027-06-30T18:00:00.000Z',
    ]);
  });

  it.each<[string, string, string, string]>([
    ['cron(30 8 * * ? *)', 'Asia/Shanghai', '2026-11-22T00:30:00Z', '2026-11-23T00:30:00.000Z'],
    ['cron(0 9 ? * 2-6 *)', 'UTC', '2026-11-20T09:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['cron(0 9 ? * MON *)', 'UTC', '2026-11-22T00:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['cron(0 9 ? * 2#1 *)', 'UTC', '2026-11-22T00:00:00Z', '2026-12-07T09:00:00.000Z'],
    ['cron(0 0 L * ? *)', 'UTC', '2027-02-01T00:00:00Z', '2027-02-28T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2028)', 'UTC', '2026-01-01T00:00:00Z', '2028-01-01T00:00:00.000Z'],
    ['rate(1 minute)', 'UTC', '2026-11-22T10:00:00Z', '2026-11-22T10:01:00.000Z'],
    ['rate(1 minute)', 'UTC', '2026-11-22T10:00:59.999Z', '2026-11-22T10:01:00.000Z'],
    ['at(2026-11-22T10:00:00)', 'Asia/Shanghai', '2026-01-01T00:00:00Z', '2026-11-22T02:00:00.000Z'],
  ])('%s in %s after %s is %s', (expression, timezone, after, expected) => {
    expect(following(expression, timezone, after)).toEqual([expected]);
  });

  it('are over when they are over', () => {
    expect(following('at(2026-11-22T10:00:00)', 'UTC', '2026-11-22T10:00:00Z')).toEqual([]);
  });

  it.each([
    'every day',
    'rate(0 minutes)',
    'rate(1 fortnight)',
    'cron(0 2 1 1 ?)',
    'cron(61 * * * ? *)',
    'at(now)',
  ])('refuse %s', (expression) => {
    expect(() => parseSchedule(expression)(0)).toThrow(ScheduleProblem);
  });
});

describe('a virtual clock', () => {
  const record = (expression: string, from: string) => {
    const clock = new VirtualClock(from);
    const fired: string[] = [];
    const next = parseSchedule(expression);
    const timeline = {
      repeats: true,
      next,
      fire: async (at: number) => {
        expect(clock.now()).toBe(at);
        fired.push(new Date(at).toISOString().slice(0, 16));
      },
    };
    clock.attach(timeline, async () => {});
    return { clock, fired };
  };

  it('does what is due in order and ends where it was sent', async () => {
    const { clock, fired } = record('rate(1 hour)', '2026-11-22T10:30:00Z');
    await clock.advanceTo('2026-11-22T13:15:00Z');
    expect(fired).toEqual(['2026-11-22T11:00', '2026-11-22T12:00', '2026-11-22T13:00']);
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T13:15:00.000Z');
  });

  it('can leave out ticks that are too fine, but never the last one', async () => {
    const { clock, fired } = record('rate(1 minute)', '2026-11-22T00:00:00Z');
    await clock.advanceTo('2026-11-22T02:30:30Z', { coarsest: 3_600_000 });
    expect(fired).toEqual(['2026-11-22T00:01', '2026-11-22T01:01', '2026-11-22T02:01', '2026-11-22T02:30']);
  });

  it('does not run backwards', async () => {
    await expect(new VirtualClock(1000).advanceTo(999)).rejects.toThrow(/backwards/);
  });
});

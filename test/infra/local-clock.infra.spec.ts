import { describe, expect, it } from 'vitest';
import { CatchingUpClock, RealClock, VirtualClock } from '../../infra/local/clock.ts';
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
    expect(fired).toEqual(['2026-11-22T01:00', '2026-11-22T02:00', '2026-11-22T02:30']);
  });

  it('fires what is held back when something waits, asked again after each time, and not in vain', async () => {
    const { clock, fired } = record('rate(1 minute)', '2026-11-22T00:00:00Z');
    const waits = ['2026-11-22T00:10:00Z', '2026-11-22T05:30:30Z', '2027-01-01T00:00:00Z'].map(Date.parse);
    const due = async (after: number) => waits.find((at) => at > after);
    await clock.advanceTo('2026-11-22T12:00:00Z', { coarsest: 86_400_000, due });
    expect(fired).toEqual(['2026-11-22T00:10', '2026-11-22T05:31']);
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T12:00:00.000Z');
  });

  it('fires what is rare at its own times, whatever waits', async () => {
    const { clock, fired } = record('cron(0 2 1 1,4,7,10 ? *)', '2026-12-20T00:00:00Z');
    await clock.advanceTo('2027-02-01T00:00:00Z', { coarsest: 28 * 86_400_000, due: async () => undefined });
    expect(fired).toEqual(['2027-01-01T02:00']);
  });

  it('is never real', () => {
    let started = 0;
    new VirtualClock(0).whenReal(() => (started += 1));
    new RealClock().whenReal(() => (started += 10));
    expect(started).toBe(10);
  });

  it('does not run backwards', async () => {
    await expect(new VirtualClock(1000).advanceTo(999)).rejects.toThrow(/backwards/);
  });
});

describe('a clock that catches up', () => {
  it('begins in the past, shows the real time once it is reached, and cannot be moved any more', async () => {
    const begun = Date.now() - 3 * 3_600_000;
    const clock = new CatchingUpClock(begun);
    const fired: number[] = [];
    const started: boolean[] = [];
    const next = parseSchedule('rate(1 hour)');
    clock.attach({ repeats: true, next, fire: async (at) => void fired.push(at) }, async () => {});
    clock.whenReal(() => started.push(clock.virtual));
    await clock.advanceBy(3_600_000);
    expect([clock.now(), clock.virtual, started]).toEqual([begun + 3_600_000, true, []]);
    await clock.catchUp();
    expect(fired).toHaveLength(3);
    expect([clock.virtual, started]).toEqual([false, [false]]);
    expect(Math.abs(Date.now() - clock.now())).toBeLessThan(60_000);
    await expect(clock.advanceBy(1)).rejects.toThrow(/real clock/);
  });

  it('does at once what was put off until later than now', async () => {
    const clock = new CatchingUpClock(Date.now());
    const fired: number[] = [];
    const later = Date.now() + 3_600_000;
    clock.attach(
      { repeats: false, next: () => later, fire: async (at) => void fired.push(at) },
      async () => {},
    );
    await clock.catchUp();
    expect(fired).toEqual([Number.POSITIVE_INFINITY]);
  });
});

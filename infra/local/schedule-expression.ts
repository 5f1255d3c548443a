import { Cron } from 'croner';

/** Gives the first instant (ms) strictly after another, or undefined when there is none. */
export type NextInstant = (after: number) => number | undefined;

export class ScheduleProblem extends Error {}

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * `rate(1 minute)`, `cron(0 2 1 1,4,7,10 ? *)` or `at(2027-01-01T00:00:00)` of EventBridge Scheduler. A rate counts
 * from the epoch, so it does not shift with every start.
 *
 * @param timezone IANA name; rates do not need it.
 * @throws ScheduleProblem for what is none of these.
 */
export function parseSchedule(expression: string, timezone = 'UTC'): NextInstant {
  const match = /^(rate|cron|at)\((.+)\)$/.exec(expression.trim());
  const [, kind, body] = match ?? [];
  if (kind === 'rate') return parseRate(body as string);
  if (kind === 'cron') return parseCron(body as string, timezone);
  if (kind === 'at') return parseAt(body as string, timezone);
  throw new ScheduleProblem(`unknown schedule expression ${expression}`);
}

function parseRate(body: string): NextInstant {
  const match = /^(\d+) (minute|hour|day)s?$/.exec(body);
  const period = Number(match?.[1]) * (UNITS[match?.[2] ?? ''] ?? Number.NaN);
  if (!(period > 0)) throw new ScheduleProblem(`unknown rate ${body}`);
  return (after) => (Math.floor(after / period) + 1) * period;
}

/** AWS: minutes hours day-of-month month day-of-week year, Sunday is 1, and one of the two days is `?`. */
function parseCron(body: string, timezone: string): NextInstant {
  const fields = body.trim().split(/\s+/);
  const [minute, hour, day, month, weekday, year] = fields;
  if (fields.length !== 6) throw new ScheduleProblem(`a cron expression has six fields: ${body}`);
  const weekdays = (weekday as string).replace(/(?<![#\d])\d+/g, (number) => String(Number(number) - 1));
  const pattern = `0 ${minute} ${hour} ${day} ${month} ${weekdays} ${year}`.replaceAll('?', '*');
  try {
    const cron = new Cron(pattern, { timezone, paused: true });
    return (after) => cron.nextRun(new Date(after))?.getTime();
  } catch (error) {
    throw new ScheduleProblem(`unknown cron expression ${body}`, { cause: error });
  }
}

function parseAt(body: string, timezone: string): NextInstant {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(body))
    throw new ScheduleProblem(`unknown instant ${body}`);
  const at = new Cron(body, { timezone, paused: true }).nextRun(new Date(0))?.getTime();
  return (after) => (at !== undefined && at > after ? at : undefined);
}

import { randomUUID } from 'node:crypto';
import type { Entry } from './bus.ts';
import type { Clock, Timeline } from './clock.ts';
import { parseArn } from './identity.ts';
import type { Logger } from './log.ts';
import { StartProblem } from './problem.ts';
import { type NextInstant, parseSchedule, ScheduleProblem } from './schedule-expression.ts';
import type { StateStore } from './state-store.ts';
import type { Deliver, Targets } from './targets.ts';
import type { Resource, Template } from './template.ts';

/** The longest time a Node timer can wait. */
const LONGEST_TIMER = 2 ** 31 - 1;
/** How many instants that passed while nothing ran are made up for, the latest ones, in order. */
const MADE_UP_FOR = 12;

export interface ScheduleSurroundings {
  readonly clock: Clock;
  readonly state: StateStore;
  readonly logger: Logger;
}

/**
 * One AWS::Scheduler::Schedule. On a real clock it also makes up for instants that passed while nothing ran: the cloud
 * is never switched off, but a school's computer is, and a period must open all the same.
 */
export class Schedule implements Timeline {
  readonly name: string;
  readonly repeats = true;
  private readonly nextInstant: NextInstant;
  private readonly deliver: (scheduledTime: number) => void;
  private readonly around: ScheduleSurroundings;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    name: string,
    next: NextInstant,
    deliver: (scheduledTime: number) => void,
    around: ScheduleSurroundings,
  ) {
    this.name = name;
    this.nextInstant = next;
    this.deliver = deliver;
    this.around = around;
  }

  next(after: number): number | undefined {
    return this.nextInstant(after);
  }

  async fire(at: number): Promise<void> {
    this.deliver(at);
    this.around.state.set(this.key, String(at));
  }

  /** Follows the real clock. What was due since the last time, however long ago, is made up for first. */
  start(): void {
    if (this.around.state.get(this.key) === undefined) {
      this.around.state.set(this.key, String(this.around.clock.now()));
    }
    this.catchUp();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Also what a timer does: it may come early, or hours late after the machine slept. */
  private catchUp(): void {
    const now = this.around.clock.now();
    const last = Number(this.around.state.get(this.key));
    for (const at of missed(this.nextInstant, last, now)) {
      this.fire(at).catch((error: Error) => this.around.logger.error(`${this.name}: ${error.message}`));
    }
    const next = this.next(now);
    if (next === undefined) return;
    this.timer = setTimeout(() => this.catchUp(), Math.min(next - now, LONGEST_TIMER));
  }

  private get key(): string {
    return `schedule/${this.name}`;
  }
}

function missed(next: NextInstant, last: number, now: number): number[] {
  const instants: number[] = [];
  // Looks back no further than needed: a minute schedule has half a million instants a year.
  let at = next(last);
  const period = at === undefined ? 0 : (next(at) ?? at) - at;
  if (at !== undefined && period > 0) at = next(Math.max(last, now - (MADE_UP_FOR + 1) * period));
  for (; at !== undefined && at <= now; at = next(at)) instants.push(at);
  return instants.slice(-MADE_UP_FOR);
}

/** As the event bus takes it. */
type PutEvent = (entry: Pick<Entry, 'EventBusName' | 'Source' | 'DetailType' | 'Detail'>) => void;

/** @throws StartProblem for an expression or target that cannot be carried out. */
export async function schedules(
  template: Template,
  targets: Targets,
  putEvent: PutEvent,
  around: ScheduleSurroundings,
): Promise<Schedule[]> {
  const enabled = template
    .resources('AWS::Scheduler::Schedule')
    .filter(({ properties }) => properties.State !== 'DISABLED');
  return Promise.all(
    enabled.map(async (resource) => {
      const deliver = await targetOf(resource, targets, putEvent);
      const { Input: input = '{}', Arn: arn } = resource.properties.Target;
      return new Schedule(
        resource.name,
        instantsOf(resource),
        (at) => deliver(fill(String(input), at, String(arn))),
        around,
      );
    }),
  );
}

function instantsOf({ logicalId, type, properties }: Resource): NextInstant {
  const expression = String(properties.ScheduleExpression);
  try {
    const next = parseSchedule(expression, properties.ScheduleExpressionTimezone ?? 'UTC');
    return within(next, Date.parse(properties.StartDate), Date.parse(properties.EndDate));
  } catch (error) {
    if (!(error instanceof ScheduleProblem)) throw error;
    throw new StartProblem(
      `${logicalId} (${type}) 的时间表达式 ${expression} 无法在本机运行。请改写后重新合成。`,
      `The schedule expression ${expression} of ${logicalId} (${type}) cannot run here. Write it otherwise and synthesise again.`,
      { cause: error },
    );
  }
}

function within(next: NextInstant, start: number, end: number): NextInstant {
  return (after) => {
    const at = next(Number.isNaN(start) ? after : Math.max(after, start - 1));
    return at === undefined || at > end ? undefined : at;
  };
}

async function targetOf(resource: Resource, targets: Targets, putEvent: PutEvent): Promise<Deliver> {
  const { Arn: arn, EventBridgeParameters: parameters } = resource.properties.Target;
  const bus = parseArn(arn);
  if (bus?.service === 'events' && parameters !== undefined) {
    const { Source, DetailType } = parameters;
    return (Detail) => putEvent({ EventBusName: arn, Source, DetailType, Detail });
  }
  return targets.find(resource, arn);
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
function fill(input: string, at: number, arn: string): string {
  const values: Record<string, string> = {
    'scheduled-time': `${new Date(at).toISOString().slice(0, 19)}Z`,
    'execution-id': randomUUID(),
    'attempt-number': '1',
    'schedule-arn': arn,
  };
  return input.replace(/<aws\.scheduler\.([a-z-]+)>/g, (whole, name: string) => values[name] ?? whole);
}

/** Something that happens at times of its own: schedules, messages that wait to be tried again. */
export interface Timeline {
  /** The next instant (ms since the epoch) after `after` at which it wants to be woken, if any. */
  next(after: number): number | undefined;
  /** Does everything due at `at`. */
  fire(at: number): Promise<void>;
  /** True when some of its instants may be left out, because a later one finds the same work. */
  readonly repeats: boolean;
}

const MINUTE_MS = 60_000;

/** Where the local cloud takes its time from. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  readonly virtual: boolean;
  /**
   * Moves a virtual clock forward: stops at every instant at which something is due, does it, and waits until the
   * cloud is idle before it goes on.
   *
   * @param to milliseconds since the epoch, or an ISO instant.
   * @throws Error on a real clock, or when `to` lies in the past.
   */
  advanceTo(to: number | string, options?: AdvanceOptions): Promise<void>;
  /** Moves a virtual clock forward by milliseconds. */
  advanceBy(milliseconds: number, options?: AdvanceOptions): Promise<void>;
  /** Used by the cloud: what has to happen while time passes. */
  attach(timeline: Timeline, idle: () => Promise<void>): void;
  /** Used by the cloud: calls back as soon as this clock shows the real time; at once if it does. */
  whenReal(start: () => void): void;
}

export interface AdvanceOptions {
  /**
   * Milliseconds. A schedule that is due more often than this is fired only once in each such span, at its end, and
   * once at the very end: a quarter has 130,000 minutes, and a late tick finds the same work. @default every time
   */
  readonly coarsest?: number;
  /**
   * The earliest instant (ms) after `after` at which something waits to be found by a schedule, if any. The schedules
   * that `coarsest` holds back are fired then, instead of at the very end: nothing is found late, and nothing is looked
   * for in vain.
   */
  due?(after: number): Promise<number | undefined>;
}

export class RealClock implements Clock {
  readonly virtual = false;

  now(): number {
    return Date.now();
  }

  advanceTo(): Promise<void> {
    return Promise.reject(new Error('A real clock cannot be moved.'));
  }

  advanceBy(): Promise<void> {
    return this.advanceTo();
  }

  attach(): void {}

  whenReal(start: () => void): void {
    start();
  }
}

export class VirtualClock implements Clock {
  private time: number;
  private timelines: Timeline[] = [];
  private idle: () => Promise<void> = async () => {};

  /** @param start an ISO instant or milliseconds since the epoch. */
  constructor(start: number | string) {
    this.time = milliseconds(start);
  }

  get virtual(): boolean {
    return true;
  }

  now(): number {
    return this.time;
  }

  attach(timeline: Timeline, idle: () => Promise<void>): void {
    this.timelines.push(timeline);
    this.idle = idle;
  }

  /** Never. */
  whenReal(_start: () => void): void {}

  advanceBy(span: number, options?: AdvanceOptions): Promise<void> {
    return this.advanceTo(this.time + span, options);
  }

  async advanceTo(to: number | string, options: AdvanceOptions = {}): Promise<void> {
    const target = milliseconds(to);
    if (target < this.time) throw new Error('A clock does not run backwards.');
    await this.idle();
    const marks = this.timelines.map((timeline) => ({ timeline, from: this.time }));
    for (;;) {
      const wanted = options.due ? await options.due(this.time) : target;
      const due = marks.flatMap((mark) => {
        const next = nextOf(mark, options.coarsest ?? 0, wanted ?? Number.POSITIVE_INFINITY, target);
        return next === undefined || next > target ? [] : [{ mark, next }];
      });
      if (due.length === 0) break;
      const at = Math.min(...due.map(({ next }) => next));
      this.time = Math.max(this.time, at);
      for (const { mark, next } of due) {
        if (next !== at) continue;
        await mark.timeline.fire(at);
        mark.from = at;
      }
      await this.idle();
    }
    this.time = target;
    await this.idle();
  }

  /** Does at once whatever is still put off. */
  protected async hurry(): Promise<void> {
    for (const timeline of this.timelines.filter(({ repeats }) => !repeats)) {
      await timeline.fire(Number.POSITIVE_INFINITY);
    }
  }
}

/** Begins in the past as a virtual clock and, once it has caught up with the real time, goes on with it. */
export class CatchingUpClock extends VirtualClock {
  private readonly starts: (() => void)[] = [];
  private caughtUp = false;

  override get virtual(): boolean {
    return !this.caughtUp;
  }

  override now(): number {
    return this.caughtUp ? Date.now() : super.now();
  }

  override whenReal(start: () => void): void {
    if (this.caughtUp) start();
    else this.starts.push(start);
  }

  /** Advances until the real time is reached; from then on this is a real clock, and cannot be moved. */
  async catchUp(options?: AdvanceOptions): Promise<void> {
    // Whatever time that takes has to be caught up with, too; less than a minute is no matter.
    while (Date.now() - this.now() > MINUTE_MS) await this.advanceTo(Date.now(), options);
    this.caughtUp = true;
    await this.hurry();
    for (const start of this.starts) start();
  }

  override advanceTo(to: number | string, options?: AdvanceOptions): Promise<void> {
    return this.caughtUp ? new RealClock().advanceTo() : super.advanceTo(to, options);
  }
}

/**
 * When the timeline is fired next. One that is too fine waits for the end of its span or for `wanted`, whichever comes
 * first, but no longer than to its last instant before the end.
 */
function nextOf(
  { timeline, from }: { readonly timeline: Timeline; readonly from: number },
  coarsest: number,
  wanted: number,
  end: number,
): number | undefined {
  const next = timeline.next(from);
  if (!timeline.repeats || next === undefined) return next;
  const interval = (timeline.next(next) ?? Number.POSITIVE_INFINITY) - next;
  if (interval >= coarsest) return next;
  const last = wanted > end ? end + interval : Math.min(wanted, end - interval + 1);
  return timeline.next(Math.max(from, Math.min(from + coarsest, last) - 1));
}

const milliseconds = (instant: number | string): number => {
  const value = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isNaN(value)) throw new Error(`${instant} is not an instant.`);
  return value;
};

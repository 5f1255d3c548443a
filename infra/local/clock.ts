/** Something that happens at times of its own: schedules, messages that wait to be tried again. */
export interface Timeline {
  /** The next instant (ms since the epoch) after `after` at which it wants to be woken, if any. */
  next(after: number): number | undefined;
  /** Does everything due at `at`. */
  fire(at: number): Promise<void>;
  /** True when some of its instants may be left out, because a later one finds the same work. */
  readonly repeats: boolean;
}

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
}

export interface AdvanceOptions {
  /**
   * Milliseconds. A schedule that is due more often than this is fired only once in each such span, and once at the
   * end: a quarter has 130,000 minutes, and a late tick finds the same work. @default every time it is due
   */
  readonly coarsest?: number;
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
}

export class VirtualClock implements Clock {
  readonly virtual = true;
  private time: number;
  private timelines: Timeline[] = [];
  private idle: () => Promise<void> = async () => {};

  /** @param start an ISO instant or milliseconds since the epoch. */
  constructor(start: number | string) {
    this.time = milliseconds(start);
  }

  now(): number {
    return this.time;
  }

  attach(timeline: Timeline, idle: () => Promise<void>): void {
    this.timelines.push(timeline);
    this.idle = idle;
  }

  advanceBy(span: number, options?: AdvanceOptions): Promise<void> {
    return this.advanceTo(this.time + span, options);
  }

  async advanceTo(to: number | string, options: AdvanceOptions = {}): Promise<void> {
    const target = milliseconds(to);
    if (target < this.time) throw new Error('A clock does not run backwards.');
    await this.idle();
    const marks = this.timelines.map((timeline) => ({ timeline, from: this.time }));
    for (;;) {
      const due = marks.flatMap((mark) => {
        const next = mark.timeline.next(mark.from);
        return next === undefined || next > target ? [] : [{ mark, next }];
      });
      const at = Math.min(...due.map(({ next }) => next));
      if (due.length === 0) break;
      this.time = Math.max(this.time, at);
      for (const { mark, next } of due) {
        if (next !== at) continue;
        await mark.timeline.fire(at);
        mark.from = skipTo(mark.timeline, at, target, options.coarsest ?? 0);
      }
      await this.idle();
    }
    this.time = target;
    await this.idle();
  }
}

/** Where to look for the next instant after `at`: far enough to leave out what is too fine, but not the last one. */
function skipTo(timeline: Timeline, at: number, target: number, coarsest: number): number {
  const next = timeline.next(at);
  if (!timeline.repeats || next === undefined || next - at >= coarsest) return at;
  const last = target - (next - at);
  return Math.max(at, Math.min(at + coarsest - 1, last));
}

const milliseconds = (instant: number | string): number => {
  const value = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isNaN(value)) throw new Error(`${instant} is not an instant.`);
  return value;
};

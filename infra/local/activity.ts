import { setTimeout as sleep } from 'node:timers/promises';

/** Something that brings work in: a stream, a queue. */
export interface WorkSource {
  readonly name: string;
  /** True when nothing is waiting in it, nothing is being worked on, and only the passing of time could change that. */
  settled(): Promise<boolean>;
}

/** Counts work in progress, tells pollers that something may have changed, and knows when all is quiet. */
export class Activity {
  private running = 0;
  private begun = 0;
  private readonly sources: WorkSource[] = [];
  private readonly listeners: (() => void)[] = [];

  /** Runs `work` as work in progress. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    this.begun += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      for (const listener of this.listeners) listener();
    }
  }

  get busy(): boolean {
    return this.running > 0;
  }

  /** Calls back whenever work ended, so whatever it wrote can be picked up without waiting for the next poll. */
  onEnd(listener: () => void): void {
    this.listeners.push(listener);
  }

  add(source: WorkSource): void {
    this.sources.push(source);
  }

  /**
   * Waits until nothing is in progress and nothing is waiting, except for time to pass.
   *
   * @throws Error naming what is still busy after `withinMs`.
   */
  async idle(withinMs = 60_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const begun = this.begun;
      const unsettled = await Promise.race([
        this.unsettled(),
        sleep(deadline - Date.now(), ['a source'], { ref: false }),
      ]);
      if (!this.busy && unsettled.length === 0 && begun === this.begun) return;
      if (Date.now() > deadline) {
        throw new Error(
          `Still busy after ${withinMs} ms: ${unsettled.join(', ') || `${this.running} running`}`,
        );
      }
      await sleep(2);
    }
  }

  private async unsettled(): Promise<string[]> {
    if (this.busy) return [`${this.running} running`];
    const states = await Promise.all(this.sources.map((source) => source.settled()));
    return this.sources.filter((_, index) => !states[index]).map((source) => source.name);
  }
}

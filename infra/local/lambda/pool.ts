import { type EnvironmentOptions, ExecutionEnvironment } from './environment.ts';

interface Waiting {
  take(environment: ExecutionEnvironment): void;
  fail(error: unknown): void;
}

/** Starting takes a core for a moment, so a burst starts few at a time and otherwise waits for one to become free. */
const STARTING_AT_ONCE = 2;

/**
 * The execution environments of one function: idle ones are used again, new ones are started up to a limit, and beyond
 * that an invocation waits its turn. (The cloud would throttle it and have the caller try again.)
 */
export class EnvironmentPool {
  private readonly options: EnvironmentOptions;
  private readonly limit: number;
  private readonly all = new Set<ExecutionEnvironment>();
  private readonly idle: ExecutionEnvironment[] = [];
  private readonly queue: Waiting[] = [];
  private starting = 0;
  private stopped = false;

  constructor(options: EnvironmentOptions, limit: number) {
    this.options = options;
    this.limit = limit;
  }

  /** @throws InvocationFailure as {@link ExecutionEnvironment.invoke} does. */
  async invoke(requestId: string, event: string): Promise<string> {
    const environment = await this.take();
    try {
      return await environment.invoke(requestId, event);
    } finally {
      this.giveBack(environment);
    }
  }

  /** Has an environment ready before the first event. @throws InvocationFailure when the code cannot be loaded. */
  async warm(): Promise<void> {
    if (this.all.size === 0) this.giveBack(await this.take());
  }

  /** Ends every environment; invocations under way fail. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.all].map((environment) => environment.stop()));
  }

  private take(): Promise<ExecutionEnvironment> {
    // The most recently used one, so that a burst's surplus stays cold and unused.
    for (let found = this.idle.pop(); found !== undefined; found = this.idle.pop()) {
      if (found.alive) return Promise.resolve(found);
      this.all.delete(found);
    }
    return new Promise((take, fail) => {
      this.queue.push({ take, fail });
      this.grow();
    });
  }

  private giveBack(environment: ExecutionEnvironment): void {
    if (!environment.alive) this.all.delete(environment);
    else {
      const next = this.queue.shift();
      if (next === undefined) this.idle.push(environment);
      else next.take(environment);
    }
    this.grow();
  }

  private grow(): void {
    const mayStart = this.starting < STARTING_AT_ONCE && this.all.size + this.starting < this.limit;
    if (this.stopped || !mayStart || this.queue.length <= this.starting) return;
    this.starting += 1;
    void this.start().then((environment) => {
      this.starting -= 1;
      if (environment === undefined) this.grow();
      else {
        this.all.add(environment);
        this.giveBack(environment);
      }
    });
  }

  /** Code that cannot be loaded fails one invocation; the next one tries again, as in the cloud. */
  private async start(): Promise<ExecutionEnvironment | undefined> {
    try {
      return await ExecutionEnvironment.start(this.options);
    } catch (error) {
      this.queue.shift()?.fail(error);
      return undefined;
    }
  }
}

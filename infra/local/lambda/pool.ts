import { type EnvironmentOptions, ExecutionEnvironment } from './environment.ts';

/**
 * The execution environments of one function: idle ones are used again, new ones are started up to a limit, and beyond
 * that an invocation waits its turn. (The cloud would throttle it and have the caller try again.)
 */
export class EnvironmentPool {
  private readonly options: EnvironmentOptions;
  private readonly limit: number;
  private readonly all = new Set<ExecutionEnvironment>();
  private readonly idle: ExecutionEnvironment[] = [];
  private readonly queue: (() => void)[] = [];
  private inUse = 0;
  private stopped = false;

  constructor(options: EnvironmentOptions, limit: number) {
    this.options = options;
    this.limit = limit;
  }

  /** @throws InvocationFailure as {@link ExecutionEnvironment.invoke} does. */
  async invoke(requestId: string, event: string): Promise<string> {
    await this.takeTurn();
    let environment: ExecutionEnvironment | undefined;
    try {
      environment = this.takeIdle() ?? (await this.start());
      return await environment.invoke(requestId, event);
    } finally {
      this.giveBack(environment);
    }
  }

  /** Starts one environment ahead of the first event. */
  async warm(): Promise<void> {
    if (this.all.size > 0) return;
    await this.takeTurn();
    let environment: ExecutionEnvironment | undefined;
    try {
      environment = await this.start();
    } finally {
      this.giveBack(environment);
    }
  }

  /** Ends every environment; invocations under way fail. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.all].map((environment) => environment.stop()));
  }

  private async start(): Promise<ExecutionEnvironment> {
    const environment = await ExecutionEnvironment.start(this.options);
    this.all.add(environment);
    return environment;
  }

  private takeIdle(): ExecutionEnvironment | undefined {
    // The most recently used one, so that a burst's surplus stays cold and unused.
    for (let found = this.idle.pop(); found !== undefined; found = this.idle.pop()) {
      if (found.alive) return found;
    }
    return undefined;
  }

  private async takeTurn(): Promise<void> {
    if (this.inUse < this.limit) this.inUse += 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  /** A turn is handed on rather than given up, so that nobody can slip in between. */
  private giveBack(environment: ExecutionEnvironment | undefined): void {
    if (environment?.alive && !this.stopped) this.idle.push(environment);
    else if (environment !== undefined) this.all.delete(environment);
    const next = this.queue.shift();
    if (next !== undefined) next();
    else this.inUse -= 1;
  }
}

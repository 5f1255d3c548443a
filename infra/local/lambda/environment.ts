import { Worker } from 'node:worker_threads';
import type { FunctionError, InvocationRequest, WorkerMessage, WorkerSetup } from './protocol.ts';

/** A failure inside a function: it threw, ran out of time, or its code could not be loaded. */
export class InvocationFailure extends Error {
  readonly error: FunctionError;

  constructor(error: FunctionError) {
    super(`${error.errorType}: ${error.errorMessage}`);
    this.name = 'InvocationFailure';
    this.error = error;
  }
}

export interface EnvironmentOptions {
  readonly setup: WorkerSetup;
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  onOutput(chunk: string): void;
}

/** Lambda's own limit on loading a function. */
const INIT_TIMEOUT_MS = 10_000;

/** One worker thread that has loaded the bundle and works on one event at a time. */
export class ExecutionEnvironment {
  private readonly worker: Worker;
  private readonly options: EnvironmentOptions;
  private waiting: ((message: WorkerMessage) => void) | undefined;
  private ended = false;

  private constructor(options: EnvironmentOptions) {
    this.options = options;
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: options.setup,
      env: { ...options.variables },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    for (const stream of [this.worker.stdout, this.worker.stderr]) {
      stream.setEncoding('utf8').on('data', options.onOutput);
    }
    this.worker.on('message', (message: WorkerMessage) => this.settle(message));
    this.worker.on('error', (error: Error) => {
      this.ended = true;
      this.settle({ kind: 'failed', error: failure(error.name, error.message, error.stack) });
    });
    this.worker.on('exit', (code) => {
      this.ended = true;
      this.settle({ kind: 'failed', error: failure('Runtime.ExitError', `exited with status ${code}`) });
    });
  }

  /** @throws InvocationFailure when the bundle cannot be loaded. */
  static async start(options: EnvironmentOptions): Promise<ExecutionEnvironment> {
    const environment = new ExecutionEnvironment(options);
    const message = await environment.hear(INIT_TIMEOUT_MS, 'Init timed out');
    if (message.kind === 'ready') return environment;
    await environment.stop();
    throw new InvocationFailure(
      'error' in message ? message.error : failure('Runtime.InitError', 'no answer'),
    );
  }

  /** False once the thread has ended; then it cannot be used again. */
  get alive(): boolean {
    return !this.ended;
  }

  /**
   * @param event JSON text.
   * @returns the handler's result as JSON text.
   * @throws InvocationFailure when the handler throws or runs out of time; then the thread is ended.
   */
  async invoke(requestId: string, event: string): Promise<string> {
    const { timeoutMs } = this.options;
    const request: InvocationRequest = { requestId, event, deadline: Date.now() + timeoutMs };
    this.worker.postMessage(request);
    const message = await this.hear(
      timeoutMs,
      `Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
    );
    if (message.kind === 'result') return message.payload;
    throw new InvocationFailure('error' in message ? message.error : failure('Runtime.Error', 'no answer'));
  }

  async stop(): Promise<void> {
    this.ended = true;
    await this.worker.terminate();
  }

  private hear(withinMs: number, otherwise: string): Promise<WorkerMessage> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.settle({ kind: 'failed', error: failure('Sandbox.Timedout', otherwise) });
        void this.stop();
      }, withinMs);
      this.waiting = (message) => {
        clearTimeout(timer);
        resolve(message);
      };
    });
  }

  private settle(message: WorkerMessage): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.(message);
  }
}

const failure = (errorType: string, errorMessage: string, stack?: string): FunctionError => ({
  errorType,
  errorMessage,
  trace: stack?.split('\n') ?? [],
});

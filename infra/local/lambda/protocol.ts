/** What the pool and its worker threads tell each other. Events and results travel as JSON, as they do in the cloud. */
export interface WorkerSetup {
  /** The bundle's file. */
  readonly file: string;
  /** Name of the export, e.g. `handler`. */
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}

export interface InvocationRequest {
  readonly requestId: string;
  readonly event: string;
  /** Milliseconds since the epoch, real time. */
  readonly deadline: number;
}

export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: FunctionError }
  | { readonly kind: 'result'; readonly payload: string }
  | { readonly kind: 'failed'; readonly error: FunctionError };

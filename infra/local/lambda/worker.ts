/** Runs in a worker thread: one execution environment of one function, working on one event at a time. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FunctionError, InvocationRequest, WorkerMessage, WorkerSetup } from './protocol.ts';

const setup = workerData as WorkerSetup;
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

const describe = (error: unknown): FunctionError => {
  const known = error instanceof Error ? error : new Error(String(error));
  return { errorType: known.name, errorMessage: known.message, trace: known.stack?.split('\n') ?? [] };
};

function contextOf({ requestId, deadline }: InvocationRequest) {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.functionArn,
    memoryLimitInMB: String(setup.memoryMb),
    awsRequestId: requestId,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

type Handler = (event: unknown, context: unknown) => unknown;

async function loadHandler(): Promise<Handler> {
  const module: Record<string, unknown> = await import(pathToFileURL(setup.file).href);
  const handler = module[setup.handler] ?? (module.default as Record<string, unknown>)?.[setup.handler];
  if (typeof handler === 'function') return handler as Handler;
  throw new Error(`${setup.file} does not export a function called ${setup.handler}`);
}

async function work(handler: Handler, request: InvocationRequest): Promise<void> {
  try {
    const result = await handler(JSON.parse(request.event), contextOf(request));
    say({ kind: 'result', payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    say({ kind: 'failed', error: describe(error) });
  }
}

try {
  const handler = await loadHandler();
  parentPort?.on('message', (request: InvocationRequest) => void work(handler, request));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'broken', error: describe(error) });
}

import { existsSync } from 'node:fs';
import { Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { LOOPBACK, REGION } from './identity.ts';
import { PortTaken, systemCode } from './problem.ts';

export interface Queues {
  readonly endpoint: string;
  /** Stores the message before it returns. Size and characters are checked as SQS does. */
  send(
    queue: string,
    body: string,
    attributes?: Record<string, { DataType: string; StringValue: string }>,
  ): void;
  /** Ready, delayed and in-flight messages, without touching them. */
  inspect(queue: string): QueueContents;
  /** True when messages survive a restart. */
  readonly durable: boolean;
  stop(): Promise<void>;
}

interface QueueContents {
  readonly ready: number;
  readonly delayed: number;
  /** Receipt handles of what was received and neither deleted nor visible again. */
  readonly inFlight: readonly string[];
}

/**
 * Starts fauxqs (SQS and S3) in this process.
 *
 * @param folder where messages and objects are kept; undefined keeps them in memory.
 */
export async function startQueues(folder: string | undefined, port: number): Promise<Queues> {
  if (folder !== undefined) forgetReceipts(join(folder, 'fauxqs.db'));
  let server: FauxqsServer;
  try {
    server = await onLoopback(() =>
      startFauxqs({
        port,
        logger: false,
        defaultRegion: REGION,
        ...(folder === undefined ? {} : { dataDir: folder }),
      }),
    );
  } catch (error) {
    throw systemCode(error) === 'EADDRINUSE' ? new PortTaken(port, 'SQS') : error;
  }
  return {
    endpoint: `http://${LOOPBACK}:${server.port}`,
    durable: folder !== undefined,
    send(queue, body, attributes) {
      server.sendMessage(queue, body, attributes === undefined ? {} : { messageAttributes: attributes });
    },
    inspect(queue) {
      const messages = server.inspectQueue(queue)?.messages;
      return {
        ready: messages?.ready.length ?? 0,
        delayed: messages?.delayed.length ?? 0,
        inFlight: messages?.inflight.map((entry) => entry.receiptHandle) ?? [],
      };
    },
    stop: () => server.stop(),
  };
}

/** fauxqs 2.4 always listens on every interface; while it starts, `listen` is made to mean loopback. */
async function onLoopback<T>(start: () => Promise<T>): Promise<T> {
  const listen = Server.prototype.listen;
  Server.prototype.listen = function (this: Server, ...args: unknown[]) {
    const [options, ...rest] = args;
    const bound = typeof options === 'object' && options !== null ? { ...options, host: LOOPBACK } : options;
    return Reflect.apply(listen, this, [bound, ...rest]);
  } as typeof listen;
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

/**
 * Whoever held these receipts died with the last run, so the messages are ready again at once and the attempt does not
 * count. (fauxqs would wait for the visibility time-out, minutes for a slow consumer, and count every kill.)
 */
function forgetReceipts(file: string): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  try {
    database.exec(`UPDATE sqs_messages
      SET receipt_handle = NULL, visibility_deadline = NULL,
          approximate_receive_count = max(approximate_receive_count - 1, 0)
      WHERE receipt_handle IS NOT NULL`);
  } finally {
    database.close();
  }
}

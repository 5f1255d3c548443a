import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';

/** What `npm start` writes down about itself, for the commands that an operator runs beside it. */
export const RUNNING_FILE = 'running.json';

export const runningCloud = z.object({
  url: z.string(),
  dynamodb: z.string(),
  sqs: z.string(),
  logTable: z.string(),
  viewsTable: z.string(),
  district: z.string(),
});
export type RunningCloud = z.infer<typeof runningCloud>;

export interface Connection {
  readonly client: DynamoDBClient;
  readonly logTable: string;
  readonly viewsTable: string;
  readonly district: string;
}

export const CONNECTION_OPTIONS = {
  state: { type: 'string', default: '.gongkai' },
  'log-table': { type: 'string' },
  'views-table': { type: 'string' },
  district: { type: 'string', default: 'district' },
} as const;

interface ConnectionValues {
  readonly state?: string | undefined;
  readonly 'log-table'?: string | undefined;
  readonly 'views-table'?: string | undefined;
  readonly district?: string | undefined;
}

/**
 * The tables to work on: those named on the command line, in the account of the AWS environment; otherwise those of
 * the cloud that runs on this machine.
 *
 * @throws Error with one sentence for the operator
 */
export function connect(values: ConnectionValues): Connection {
  const { 'log-table': logTable, 'views-table': viewsTable, district = 'district' } = values;
  if (logTable && viewsTable) return { client: new DynamoDBClient({}), logTable, viewsTable, district };
  const file = join(values.state ?? '.gongkai', RUNNING_FILE);
  if (!existsSync(file)) {
    throw new Error(
      `没有找到正在运行的本机系统（${file}）。请先运行 npm start，或用 --log-table 和 --views-table 指定数据表。\n` +
        `No local system is running (${file}). Run npm start, or name --log-table and --views-table.`,
    );
  }
  const running = runningCloud.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { ...running, client: localClient(running.dynamodb) };
}

/** The engines on this machine ask for credentials and check none. */
export const localClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

/** Runs a command of the operator: prints what it throws as a sentence, not as a stack, and exits with 1. */
export async function runCommand(main: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await main()) ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

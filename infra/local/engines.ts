import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AwsJsonClient, awsJsonClient } from './aws-json.ts';
import { startDynoxide } from './dynoxide.ts';
import { type Queues, startQueues } from './fauxqs.ts';
import { StartProblem } from './problem.ts';

export interface Engines {
  readonly dynamodbEndpoint: string;
  readonly queues: Queues;
  readonly dynamodb: AwsJsonClient;
  readonly streams: AwsJsonClient;
  readonly sqs: AwsJsonClient;
  /** For long polls, which are cut off by closing it. */
  readonly receiver: AwsJsonClient;
  stop(): Promise<void>;
}

export interface EngineOptions {
  /** State folder; undefined keeps nothing. */
  readonly folder: string | undefined;
  readonly ports: { readonly dynamodb: number; readonly sqs: number };
  /** A DynamoDB endpoint to use instead of starting Dynoxide. */
  readonly dynamodbEndpoint: string | undefined;
  /** Called when the database ends without being told to. */
  onCrash(): void;
}

/** Starts DynamoDB (Dynoxide) and SQS with S3 (fauxqs), and waits until both answer. */
export async function startEngines(options: EngineOptions): Promise<Engines> {
  const { folder, ports } = options;
  const database =
    options.dynamodbEndpoint === undefined
      ? await startDynoxide(folder, ports.dynamodb, options.onCrash)
      : await externalDynamodb(options.dynamodbEndpoint);
  let queues: Queues;
  try {
    const queueFolder = folder === undefined ? undefined : join(folder, 'queues');
    if (queueFolder !== undefined) mkdirSync(queueFolder, { recursive: true });
    queues = await startQueues(queueFolder, ports.sqs);
  } catch (error) {
    await database.stop();
    throw error;
  }
  const dynamodb = awsJsonClient(database.endpoint, 'dynamodb');
  const streams = awsJsonClient(database.endpoint, 'streams');
  const sqs = awsJsonClient(queues.endpoint, 'sqs');
  const receiver = awsJsonClient(queues.endpoint, 'sqs');
  return {
    dynamodbEndpoint: database.endpoint,
    queues,
    dynamodb,
    streams,
    sqs,
    receiver,
    async stop() {
      for (const client of [dynamodb, streams, sqs, receiver]) client.close();
      await Promise.all([queues.stop(), database.stop()]);
    },
  };
}

async function externalDynamodb(endpoint: string): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const client = awsJsonClient(endpoint, 'dynamodb');
  try {
    await client.call('ListTables', {});
  } catch (error) {
    throw new StartProblem(
      `DynamoDB 端点 ${endpoint} 没有应答:请检查地址,并确认它已启动。`,
      `The DynamoDB endpoint ${endpoint} does not answer: check the address and that it is running.`,
      { cause: error },
    );
  } finally {
    client.close();
  }
  return { endpoint, stop: async () => {} };
}

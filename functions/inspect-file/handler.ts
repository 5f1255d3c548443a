import { S3Client } from '@aws-sdk/client-s3';
import { dynamoClient } from '../adapters/clients.ts';
import { S3Files } from '../adapters/files.ts';
import { DynamoLog } from '../adapters/log.ts';
import { readEnv } from '../edge/env.ts';
import { queueHandler } from '../edge/queue-handler.ts';
import { Aggregates } from '../shell/aggregates.ts';
import { FileCommands } from '../shell/file-commands.ts';
import { readArrival } from './arrival.ts';
import { inspectFile } from './inspect-file.ts';

const env = readEnv('LOG_TABLE', 'FILES_BUCKET');
const log = new DynamoLog(dynamoClient(), env.LOG_TABLE);
const aggregates = new Aggregates(log);
const deps = {
  files: new S3Files(new S3Client({}), env.FILES_BUCKET),
  aggregates,
  commands: new FileCommands(log, aggregates),
  cleanPdf: async (bytes: Uint8Array) => (await import('./aside.ts')).cleanPdf(bytes),
};

/** Looks into each file that is uploaded. */
export const handler = queueHandler(readArrival, (arrival) => inspectFile(arrival, deps));

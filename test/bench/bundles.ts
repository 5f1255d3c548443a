import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BundleSize, bundleFunctions } from '../../infra/bundle.ts';
import { scratchBeside } from '../../infra/folders.ts';
import { type Measure, measure, median } from './measure.ts';

/** As in test/infra/bundle-size.infra.spec.ts. */
const SIZE_LIMIT = 500_000;
/** Carries the pages: its import is reported, not held against the limit. */
const HTML: readonly string[] = ['site'];
const IMPORT_LIMIT = { on: 'ratio', most: 1.25 } as const;
/**
 * Rounds in which each function and each combination of bare clients is imported once; the medians count. One import of
 * a thing varies by a sixth here, so that 41 side by side with 41 of the bare gave one function 1.15 and 1.32. In rounds
 * all have the same luck, and with 81 a ratio is good to two hundredths.
 */
const ROUNDS = 81;

/** What each SDK client is used for here, as a function that does nothing else would import it. */
const BARE: Readonly<Record<string, string>> = {
  'client-dynamodb': `import { ConditionalCheckFailedException, DynamoDBClient, GetItemCommand, PutItemCommand,
    QueryCommand, paginateQuery } from '@aws-sdk/client-dynamodb';
    export const dynamodb = [new DynamoDBClient({}), ConditionalCheckFailedException, GetItemCommand, PutItemCommand,
    QueryCommand, paginateQuery];`,
  'client-sqs': `import { SQSClient, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
    export const sqs = [new SQSClient({}), SendMessageBatchCommand];`,
  'client-eventbridge': `import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
    export const eventbridge = [new EventBridgeClient({}), PutEventsCommand];`,
  'client-s3': `import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
    export const s3 = [new S3Client({}), GetObjectCommand, PutObjectCommand];`,
};

/** Bundle sizes, and import times of fresh processes against a bundle of the bare SDK clients. */
export async function bundles(): Promise<Measure[]> {
  const scratch = scratchBeside('dist/bench');
  try {
    const sizes = await bundleFunctions(join(scratch, 'functions'));
    const bareOf = await bundleBare(scratch, sizes);
    const times = importTimes([
      ...sizes.map(({ name }) => join(scratch, 'functions', name)),
      ...new Set(sizes.map((size) => join(scratch, 'bare', bareOf(size)))),
    ]);
    const time = (...folder: string[]) => median(times.get(join(scratch, ...folder)) ?? []);
    return sizes.flatMap((size) => [
      sizeMeasure(size),
      importMeasure(size.name, bareOf(size), time('functions', size.name), time('bare', bareOf(size))),
    ]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const clientsOf = ({ packages }: BundleSize): string[] =>
  Object.keys(BARE).filter((client) => packages[`@aws-sdk/${client}`] !== undefined);

/** Bundles each combination of clients that occurs, with the settings of the functions themselves. */
async function bundleBare(scratch: string, sizes: readonly BundleSize[]) {
  const nameOf = (size: BundleSize) => clientsOf(size).join('+');
  const combinations = new Map(sizes.map((size) => [nameOf(size), clientsOf(size)]));
  const functionsDir = join(scratch, 'sources');
  for (const [name, clients] of combinations) {
    mkdirSync(join(functionsDir, name), { recursive: true });
    const source = clients.map((client) => BARE[client]).join('\n');
    writeFileSync(join(functionsDir, name, 'handler.ts'), source);
  }
  await bundleFunctions(join(scratch, 'bare'), { functionsDir, expected: [...combinations.keys()] });
  return nameOf;
}

/** Times of each folder, one a round. */
function importTimes(folders: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const times = new Map(folders.map((folder) => [folder, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [folder, sofar] of times) sofar.push(importOnce(folder));
  return times;
}

/** Milliseconds from before to after the import, in a process of its own. */
function importOnce(folder: string): number {
  const code = `const start = performance.now();
    await import(process.argv[1]);
    process.stdout.write(String(performance.now() - start), () => process.exit());`;
  const file = resolve(folder, 'index.mjs');
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', code, file], {
    env: { ...process.env, ...ENVIRONMENT },
    encoding: 'utf8',
  });
  return Number(output.trim().split('\n').at(-1));
}

/** What the functions read when they are loaded. Nothing is reached at any of these addresses. */
const ENVIRONMENT = {
  AWS_REGION: 'cn-north-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  LOG_TABLE: 'Log',
  VIEWS_TABLE: 'Views',
  EVENT_BUS: 'bus',
  FILES_BUCKET: 'files',
  DUE_QUEUE_URL: 'http://127.0.0.1:1/queue',
  OPENING_QUEUE_URL: 'http://127.0.0.1:1/queue',
  PUBLIC_URL: 'http://127.0.0.1:1',
  BOARD_FRAME_ANCESTORS: "'self'",
  OIDC_ISSUER: 'http://127.0.0.1:1',
  OIDC_CLIENT_ID: 'gongkai',
  DISTRICT: 'chengjiang',
  DISTRICT_ADMINISTRATOR: 'founder',
  DISPLAY_MASTER_KEY: 'bench-key-'.repeat(4),
};

const sizeMeasure = ({ name, bytes }: BundleSize): Measure =>
  measure(`bundle: ${name}`, bytes, 'bytes', { limit: { on: 'value', most: SIZE_LIMIT } });

function importMeasure(name: string, clients: string, ours: number, bare: number): Measure {
  return measure(`import: ${name} / ${clients}`, ours, 'ms', {
    ratio: ours / bare,
    ...(!HTML.includes(name) && { limit: IMPORT_LIMIT }),
  });
}

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { startDynoxide } from '../../../infra/local/dynoxide.ts';

/** A DynamoDB to test against. */
export interface Engine {
  readonly client: DynamoDBClient;
  stop(): Promise<void>;
}

export const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

export async function dynoxide(): Promise<Engine> {
  const server = await startDynoxide(undefined, 0, () => console.error('Dynoxide ended by itself'));
  const client = clientOf(server.endpoint);
  return {
    client,
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}

const CACHE = '.cache/dynamodb-local';
/** The npm package that carries Amazon's jar. Taken by `npm pack`: as a dependency it drags in a whole CLI. */
const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';

/** Why Amazon's DynamoDB Local cannot run here; undefined when it can. Fetches the jar at first use. */
export function whyNoDynamoDbLocal(): string | undefined {
  const { status, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (status !== 0) return 'there is no Java';
  const major = Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
  if (major < 17) return `Java is ${major}, it takes 17`;
  try {
    fetchJar();
    return undefined;
  } catch (error) {
    return `the jar could not be fetched: ${(error as Error).message.split('\n')[0]}`;
  }
}

function fetchJar(): void {
  if (existsSync(join(CACHE, 'DynamoDBLocal.jar'))) return;
  const scratch = `${CACHE}-${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', scratch], { timeout: 180_000 });
    const [archive = ''] = readdirSync(scratch);
    execFileSync('tar', ['xzf', join(scratch, archive), '-C', scratch, 'package/emulator']);
    rmSync(CACHE, { recursive: true, force: true });
    renameSync(join(scratch, 'package', 'emulator'), CACHE);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Amazon's own emulator, in memory. Call {@link whyNoDynamoDbLocal} first. */
export async function dynamoDbLocal(): Promise<Engine> {
  const port = await freePort();
  const child = spawn(
    'java',
    [
      '-Djava.library.path=DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-inMemory',
      '-port',
      String(port),
    ],
    { cwd: CACHE, stdio: 'ignore' },
  );
  const client = clientOf(`http://127.0.0.1:${port}`);
  await untilReady(client, child);
  return {
    client,
    async stop() {
      client.destroy();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(client: DynamoDBClient, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300 && child.exitCode === null; attempt += 1) {
    try {
      await client.send(new ListTablesCommand({}));
      return;
    } catch {
      await sleep(100);
    }
  }
  child.kill('SIGKILL');
  throw new Error('DynamoDB Local did not start');
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { awsJsonClient } from './aws-json.ts';
import { LOOPBACK } from './identity.ts';
import { freePort } from './listen.ts';
import { StartProblem } from './problem.ts';

export interface Dynoxide {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Ends the database when our end of the pipe closes, so it never outlives us, not even after SIGKILL. A throw-away
 * folder is removed then, too. `read` gets the pipe by number because a shell gives background jobs an empty stdin.
 */
const WATCHDOG = `
exec 3<&0
scratch=$1; shift
"$@" </dev/null >/dev/null &
pid=$!
echo $pid
{ read -r _ <&3; kill -9 $pid 2>/dev/null; [ -n "$scratch" ] && rm -rf "$scratch"; } &
wait $pid`;

const READY_WITHIN_MS = 20_000;

/**
 * Starts Dynoxide as a child process and waits until it answers.
 *
 * @param folder where `record.db` is kept; undefined for a database that is thrown away.
 * @param onCrash called when it ends without being told to.
 * @throws StartProblem when there is no Dynoxide for this platform, the port is taken, or it does not come up.
 */
export async function startDynoxide(
  folder: string | undefined,
  port: number,
  onCrash: () => void,
): Promise<Dynoxide> {
  const binary = dynoxideBinary();
  const scratch = folder === undefined ? mkdtempSync(join(tmpdir(), 'gongkai-')) : undefined;
  const home = folder ?? (scratch as string);
  const database = join(home, 'record.db');
  await endStale(home, database);
  const actualPort = await freePort(port, 'DynamoDB');
  const serve = [binary, 'serve', '--host', LOOPBACK, '--port', String(actualPort), '--db-path', database];
  // Detached: a Ctrl-C meant for us must not take the database away while functions still finish.
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'sh', scratch ?? '', ...serve], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout.once('data', (pid: Buffer) => writeFileSync(pidFile(home), pid));
  const endpoint = `http://${LOOPBACK}:${actualPort}`;
  await untilReady(child, endpoint);
  indexStreams(database);
  child.once('exit', onCrash);
  return {
    endpoint,
    async stop() {
      child.off('exit', onCrash);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.stdin?.destroy();
        await ended;
      }
      if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function dynoxideBinary(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`);
    return join(manifest, '..', 'dynoxide');
  } catch (error) {
    throw new StartProblem(
      `没有适用于本平台(${platform})的数据库 Dynoxide:请用 --dynamodb-endpoint 指定一个 DynamoDB 端点,例如 DynamoDB Local。`,
      `There is no Dynoxide for this platform (${platform}): pass --dynamodb-endpoint with any DynamoDB endpoint, e.g. DynamoDB Local.`,
      { cause: error },
    );
  }
}

async function untilReady(child: ChildProcess, endpoint: string): Promise<void> {
  let complaint = '';
  let gone = false;
  child.once('error', () => {
    gone = true;
  });
  child.stderr?.on('data', (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-500);
  });
  const client = awsJsonClient(endpoint, 'dynamodb');
  const deadline = Date.now() + READY_WITHIN_MS;
  try {
    while (Date.now() < deadline && child.exitCode === null && !gone) {
      try {
        await client.call('ListTables', {});
        return;
      } catch {
        await sleep(5);
      }
    }
  } finally {
    client.close();
  }
  child.stdin?.destroy();
  const why = complaint.trim().split('\n').at(-1) ?? '';
  throw new StartProblem(
    `数据库 Dynoxide 未能启动(${why}):请重试,或用 --dynamodb-endpoint 指定其他 DynamoDB 端点。`,
    `The database Dynoxide did not start (${why}): try again, or pass --dynamodb-endpoint with another endpoint.`,
  );
}

/**
 * Without these, Dynoxide 1.2 reads the whole history of a stream at every write and every poll: measured 1.2 ms a put
 * at the beginning, 8 ms after 8,000 commits, and flat with them.
 */
function indexStreams(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA busy_timeout = 5000;
      CREATE INDEX IF NOT EXISTS gongkai_by_shard
        ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
      CREATE INDEX IF NOT EXISTS gongkai_by_table
        ON _stream_records (table_name, CAST(sequence_number AS INTEGER));`);
  } finally {
    database.close();
  }
}

const pidFile = (home: string): string => join(home, 'record.pid');

/** Ends a database that an earlier run left behind; the command line is checked because ids are used again. */
async function endStale(home: string, database: string): Promise<void> {
  if (!existsSync(pidFile(home))) return;
  const pid = Number(readFileSync(pidFile(home), 'utf8'));
  const deadline = Date.now() + 5_000;
  while (commandLine(pid)?.includes(database) && Date.now() < deadline) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      return;
    }
    await sleep(5);
  }
  rmSync(pidFile(home), { force: true });
}

/** Only where there is a /proc; elsewhere the watchdog has to do. */
function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}

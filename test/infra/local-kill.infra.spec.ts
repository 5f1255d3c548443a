import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startCloud } from '../../infra/local/cloud.ts';
import { StartProblem } from '../../infra/local/problem.ts';
import { httpApi, mapping, NOTE_TAKER, scratchFolder, TABLE, writeAssembly } from './local-fixture.ts';

const PROCESS = new URL('./local-cloud-process.ts', import.meta.url).pathname;

const CALL = `
  const call = (endpoint, target, body) => fetch(endpoint, { method: 'POST', body: JSON.stringify(body), headers: {
    'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, 'x-amz-date': '20260101T000000Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/cn-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  } });`;

/** HTTP → table → stream → relay → bus → queue → consumer: the whole path of a command. */
function writeChain(folder: string, notes: string): string {
  const environment = {
    Environment: { Variables: { NOTES: notes, TABLE: { Ref: 'Table' }, BUS: { Ref: 'Bus' } } },
  };
  const web = `${CALL} export const handler = async (event) => {
    const response = await call(process.env.AWS_ENDPOINT_URL_DYNAMODB, 'DynamoDB_20120810.PutItem',
      { TableName: process.env.TABLE, Item: { key: { S: event.pathParameters.key } } });
    return { statusCode: response.ok ? 201 : 500 };
  };`;
  const relay = `${CALL} export const handler = async (event) => {
    for (const record of event.Records) {
      const Detail = JSON.stringify(record.dynamodb.Keys);
      const response = await call(process.env.AWS_ENDPOINT_URL_EVENTBRIDGE, 'AWSEvents.PutEvents',
        { Entries: [{ Source: 'test', DetailType: 'Put', EventBusName: process.env.BUS, Detail }] });
      if ((await response.json()).FailedEntryCount !== 0) {
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
      }
    }
  };`;
  const consumer = `${NOTE_TAKER} export const handler = async (event) =>
    note(event.Records.map((record) => JSON.parse(record.body).detail.key.S));`;
  return writeAssembly(folder, {
    resources: {
      Table: TABLE,
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'bus' } },
      // Minutes, so that a receipt lost with the process would show as a test that never ends.
      Work: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 600 } },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventBusName: { Ref: 'Bus' },
          EventPattern: { source: ['test'] },
          Targets: [{ Id: 'work', Arn: { 'Fn::GetAtt': ['Work', 'Arn'] } }],
        },
      },
      FromTable: mapping('Table.StreamArn', 'Relay'),
      FromWork: mapping('Work.Arn', 'Consumer'),
      ...httpApi('Web', 'POST /{key}'),
    },
    functions: {
      Web: { code: web, properties: environment },
      Relay: { code: relay, properties: environment },
      Consumer: { code: consumer, properties: environment },
    },
  });
}

async function startProcess(...args: string[]): Promise<{ child: ChildProcess; url: string; said: string }> {
  const child = spawn(process.execPath, [PROCESS, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const heard = new Promise<void>((resolve) => {
    const hear = (data: Buffer) => {
      said += data.toString();
      if (said.includes('\n')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => resolve());
  });
  await heard;
  return { child, said, url: said.startsWith('{') ? JSON.parse(said).url : '' };
}

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve();

/** Command lines of running processes that name `text`. */
const processesNaming = (text: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    })
    .filter((line) => line.includes(text));

describe('a local cloud that is killed', () => {
  it('loses nothing that was acknowledged, and leaves no database behind', { timeout: 120_000 }, async () => {
    using folder = scratchFolder();
    using state = scratchFolder();
    const notes = join(folder.path, 'notes');
    writeChain(folder.path, notes);
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const { child, url } = await startProcess(folder.path, state.path);
      const killAfter = 8 + round * 15;
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let index = 0; child.signalCode === null; index += 1) {
          const key = `r${round}w${writer}n${index}`;
          const response = await fetch(`${url}/${key}`, { method: 'POST' }).catch(() => undefined);
          if (response?.status === 201) acknowledged.push(key);
          if (acknowledged.length >= killAfter * (round + 1) && child.signalCode === null)
            child.kill('SIGKILL');
        }
      });
      await Promise.all([ended(child), ...writers]);
    }
    if (existsSync('/proc')) await expect.poll(() => processesNaming(state.path)).toEqual([]);
    const cloud = await startCloud({ template: folder.path, state: state.path });
    await cloud.idle();
    const delivered = new Set(
      readFileSync(notes, 'utf8')
        .trim()
        .split('\n')
        .flatMap((line) => JSON.parse(line) as string[]),
    );
    await cloud.stop();
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((key) => !delivered.has(key))).toEqual([]);
  });

  it('goes on where it was after an orderly end: nothing is delivered again', async () => {
    using folder = scratchFolder();
    using state = scratchFolder();
    const notes = join(folder.path, 'notes');
    writeChain(folder.path, notes);
    for (const key of ['first', 'second']) {
      const cloud = await startCloud({ template: folder.path, state: state.path });
      await fetch(`${cloud.url}/${key}`, { method: 'POST' });
      await cloud.idle();
      await cloud.stop();
    }
    expect(readFileSync(notes, 'utf8').trim().split('\n')).toEqual(['["first"]', '["second"]']);
  });
});

describe('a local cloud that cannot start', () => {
  it('says in Chinese and English that the port is taken, without a stack trace, and exits with 1', async () => {
    using folder = scratchFolder();
    using state = scratchFolder();
    writeChain(folder.path, join(folder.path, 'notes'));
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { child, said } = await startProcess(folder.path, state.path, String(port));
    await ended(child);
    server.close();
    expect(child.exitCode).toBe(1);
    await sleep(0);
    expect(said).toMatch(new RegExp(`端口 ${port}`));
    expect(said).toMatch(new RegExp(`Port ${port} .* is taken`));
    expect(said).not.toMatch(/ {4}at /);
  });

  it('refuses a state folder that another instance uses', async () => {
    using folder = scratchFolder();
    using state = scratchFolder();
    writeChain(folder.path, join(folder.path, 'notes'));
    const first = await startCloud({ template: folder.path, state: state.path });
    const second = startCloud({ template: folder.path, state: state.path });
    await expect(second).rejects.toThrow(StartProblem);
    await expect(second).rejects.toThrow(/in use by another instance/);
    const { child, said } = await startProcess(folder.path, state.path);
    await ended(child);
    await first.stop();
    expect(said).toMatch(/in use by another instance/);
  });

  it('refuses a state folder that cannot be written', async () => {
    using folder = scratchFolder();
    writeChain(folder.path, join(folder.path, 'notes'));
    const state = join(folder.path, 'manifest.json', 'state');
    await expect(startCloud({ template: folder.path, state })).rejects.toThrow(
      /cannot be written \(ENOTDIR\)/,
    );
  });

  it('refuses a DynamoDB endpoint that does not answer', async () => {
    using folder = scratchFolder();
    writeChain(folder.path, join(folder.path, 'notes'));
    const options = { template: folder.path, state: 'memory', dynamodbEndpoint: 'http://127.0.0.1:1' };
    await expect(startCloud(options)).rejects.toThrow(/does not answer/);
  });
});

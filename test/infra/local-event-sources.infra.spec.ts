import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../infra/local/clock.ts';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';
import { RUNNING_FILE, type RunningCloud } from '../../infra/operate/connection.ts';
import {
  type AssemblyFixture,
  aws,
  mapping,
  NOTE_TAKER,
  scratchFolder,
  TABLE,
  writeAssembly,
} from './local-fixture.ts';

let running: { cloud: Cloud; folder: ReturnType<typeof scratchFolder> } | undefined;

afterEach(async () => {
  await running?.cloud.stop();
  running?.folder[Symbol.dispose]();
  running = undefined;
});

async function start({ resources, functions = {} }: AssemblyFixture, clock?: VirtualClock) {
  const folder = scratchFolder();
  const notes = join(folder.path, 'notes');
  const told = Object.entries(functions).map(([name, each]) => {
    const variables = { Environment: { Variables: { NOTES: notes } } };
    return [name, { ...each, properties: { ...variables, ...each.properties } }];
  });
  writeAssembly(folder.path, { resources, functions: Object.fromEntries(told) });
  const cloud = await startCloud({
    template: folder.path,
    state: 'memory',
    ...(clock === undefined ? {} : { clock }),
  });
  running = { cloud, folder };
  return {
    cloud,
    notes: () =>
      existsSync(notes)
        ? readFileSync(notes, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        : [],
    put: (key: string) =>
      aws(cloud.endpoints.dynamodb, 'DynamoDB_20120810.PutItem', {
        TableName: cloud.nameOf('Table'),
        Item: { key: { S: key } },
      }),
    send: (queue: string, body: string) =>
      aws(cloud.endpoints.sqs, 'AmazonSQS.SendMessage', {
        QueueUrl: `${cloud.endpoints.sqs}/000000000000/${cloud.nameOf(queue)}`,
        MessageBody: body,
      }),
  };
}

/** Runs `npm run redrive` beside the cloud, as `npm start` tells it where that is. */
function operator({ endpoints }: Cloud) {
  const state = running?.folder.path ?? '';
  const tables = { logTable: 'Log', viewsTable: 'Views', district: 'chengjiang' };
  const told: RunningCloud = { url: '', dynamodb: endpoints.dynamodb, sqs: endpoints.sqs, ...tables };
  writeFileSync(join(state, RUNNING_FILE), JSON.stringify(told));
  return (...args: string[]): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['infra/operate/redrive.ts', '--state', state, ...args]);
      let output = '';
      child.stdout.on('data', (part) => {
        output += part;
      });
      child.on('close', (code) => resolve({ code: code ?? -1, output }));
    });
}

const KEYS = `const keys = (event) => event.Records.map((record) => record.dynamodb.Keys.key.S);`;
const BODIES = `const bodies = (event) => event.Records.map((record) => record.body);`;
const DEAD_LETTERS = { Type: 'AWS::SQS::Queue', Properties: {} };

describe('a stream mapping', () => {
  it('delivers in order and goes on from the first record that failed', async () => {
    const code = `${NOTE_TAKER}${KEYS}
      let failures = 0;
      export const handler = async (event) => {
        note(keys(event));
        const bad = event.Records.find((record) => record.dynamodb.Keys.key.S === 'k3');
        if (!bad || failures++ > 0) return { batchItemFailures: [] };
        return { batchItemFailures: [{ itemIdentifier: bad.dynamodb.SequenceNumber }] };
      };`;
    const { cloud, notes, put } = await start({
      resources: { Table: TABLE, Map: mapping('Table.StreamArn', 'Relay', { BatchSize: 100 }) },
      functions: { Relay: { code } },
    });
    for (let index = 0; index < 6; index += 1) await put(`k${index}`);
    await cloud.idle();
    const delivered = notes() as string[][];
    const repeated = delivered.findIndex((batch) => batch.includes('k3'));
    expect(delivered[repeated + 1]?.[0]).toBe('k3');
    const firstSeen = [...new Set(delivered.flat())];
    expect(firstSeen).toEqual(['k0', 'k1', 'k2', 'k3', 'k4', 'k5']);
    expect(delivered.flat().filter((key) => key === 'k3')).toHaveLength(2);
    expect(delivered.flat().filter((key) => key !== 'k3' && key < 'k3')).toEqual(['k0', 'k1', 'k2']);
  });

  it('narrows down to the record that cannot be done, puts it aside and goes on', async () => {
    const code = `${NOTE_TAKER}${KEYS}
      export const handler = async (event) => {
        if (keys(event).includes('bad')) throw new Error('cannot');
        note(keys(event));
      };`;
    const settings = {
      MaximumRetryAttempts: 1,
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } } },
    };
    const { cloud, notes, put } = await start({
      resources: {
        Table: TABLE,
        DeadLetters: DEAD_LETTERS,
        Map: mapping('Table.StreamArn', 'Relay', settings),
      },
      functions: { Relay: { code } },
    });
    for (const key of ['a', 'b', 'bad', 'c', 'd']) await put(key);
    await cloud.idle();
    expect(notes().flat()).toEqual(['a', 'b', 'c', 'd']);
    expect(cloud.queueLength('DeadLetters').ready).toBe(1);
    expect(cloud.functionErrors.at(-1)).toMatchObject({ errorType: 'Error', errorMessage: 'cannot' });
  });

  it('shows the function only what its filter wants', async () => {
    const code = `${NOTE_TAKER}${KEYS} export const handler = async (event) => note(keys(event));`;
    const Pattern = JSON.stringify({ dynamodb: { Keys: { key: { S: [{ prefix: 'yes' }] } } } });
    const { cloud, notes, put } = await start({
      resources: {
        Table: TABLE,
        Map: mapping('Table.StreamArn', 'Relay', { FilterCriteria: { Filters: [{ Pattern }] } }),
      },
      functions: { Relay: { code } },
    });
    for (const key of ['yes1', 'no', 'yes2']) await put(key);
    await cloud.idle();
    expect(notes().flat()).toEqual(['yes1', 'yes2']);
  });
});

const workQueue = (VisibilityTimeout: number, maxReceiveCount: number) => ({
  Type: 'AWS::SQS::Queue',
  Properties: {
    VisibilityTimeout,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] }, maxReceiveCount },
  },
});

describe('a queue mapping', () => {
  const failing = `${NOTE_TAKER}${BODIES}
    export const handler = async (event) => {
      note({ bodies: bodies(event), at: event.Records[0].attributes.SentTimestamp });
      const failed = event.Records.filter((record) => record.body.startsWith('bad'));
      return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.messageId })) };
    };`;
  const start2 = (clock?: VirtualClock) =>
    start(
      {
        resources: {
          DeadLetters: DEAD_LETTERS,
          Work: workQueue(60, 2),
          Map: mapping('Work.Arn', 'Worker', { BatchSize: 10 }),
        },
        functions: { Worker: { code: failing } },
      },
      clock,
    );

  it('deletes what was done, tries again what failed, and puts it aside in the end', async () => {
    const clock = new VirtualClock('2026-11-22T00:00:00Z');
    const { cloud, notes, send } = await start2(clock);
    for (const body of ['good1', 'bad', 'good2']) await send('Work', body);
    await cloud.idle();
    const seen = () => notes().flatMap((note) => note.bodies) as string[];
    expect(seen().filter((body) => body === 'bad')).toHaveLength(1);
    await clock.advanceBy(59_000);
    expect(seen()).toHaveLength(3);
    await clock.advanceBy(61_000);
    expect(seen().filter((body) => body === 'bad')).toHaveLength(2);
    await clock.advanceBy(60_000);
    expect(seen().sort()).toEqual(['bad', 'bad', 'good1', 'good2']);
    expect(cloud.queueLength('Work')).toEqual({ ready: 0, delayed: 0, inFlight: 0 });
    expect(cloud.queueLength('DeadLetters').ready).toBe(1);
    expect(notes()[0].at).toBe(String(Date.parse('2026-11-22T00:00:00Z')));
  });

  it('takes dead letters back', async () => {
    const clock = new VirtualClock('2026-11-22T00:00:00Z');
    const { cloud, notes, send } = await start2(clock);
    await send('Work', 'bad');
    await clock.advanceBy(600_000);
    expect(cloud.queueLength('DeadLetters').ready).toBe(1);
    const before = notes().length;
    expect(await cloud.redrive('DeadLetters')).toBe(1);
    await cloud.idle();
    expect(notes().length).toBe(before + 1);
    expect(cloud.queueLength('DeadLetters').ready).toBe(0);
  });

  it('takes dead letters back by the command of the operator, which names the queues when it is given none', async () => {
    const clock = new VirtualClock('2026-11-22T00:00:00Z');
    const { cloud, notes, send } = await start2(clock);
    const [work, letters] = [cloud.nameOf('Work'), cloud.nameOf('DeadLetters')];
    const redrive = operator(cloud);
    await send('Work', 'bad');
    await clock.advanceBy(600_000);
    const before = notes().length;

    const named = await redrive();
    expect(named).toMatchObject({ code: 0 });
    expect(named.output.split('\n')).toEqual(expect.arrayContaining([work, letters]));
    expect(await redrive('--from', letters)).toMatchObject({ code: 1 });
    expect(await redrive('--from', letters, '--to', 'NoSuchQueue')).toMatchObject({ code: 1 });
    expect(cloud.queueLength('DeadLetters').ready).toBe(1);

    expect(await redrive('--from', letters, '--to', work)).toMatchObject({
      code: 0,
      output: expect.stringContaining('moved 1'),
    });
    await cloud.idle();
    expect(notes()).toHaveLength(before + 1);
    expect(cloud.queueLength('DeadLetters').ready).toBe(0);
  });

  it('never works on more batches at a time than it may', async () => {
    const code = `${NOTE_TAKER}
      export const handler = async () => { note('in'); await new Promise((r) => setTimeout(r, 30)); note('out'); };`;
    const { cloud, notes, send } = await start({
      resources: { Work: DEAD_LETTERS, Map: mapping('Work.Arn', 'Worker', { BatchSize: 1 }) },
      functions: { Worker: { code, properties: { ReservedConcurrentExecutions: 1 } } },
    });
    await Promise.all(Array.from({ length: 5 }, (_, index) => send('Work', String(index))));
    await cloud.idle();
    expect(notes()).toEqual(Array.from({ length: 5 }, () => ['in', 'out']).flat());
  });
});

describe('a function', () => {
  it('is ended when its time is over, and works again afterwards', async () => {
    const code = `export const handler = async (event, context) => {
      if (event.hang) await new Promise((resolve) => setTimeout(resolve, 60_000));
      return { name: context.functionName, left: context.getRemainingTimeInMillis() <= 1000 };
    };`;
    const { cloud } = await start({
      resources: {},
      functions: { Slow: { code, properties: { Timeout: 1 } } },
    });
    await expect(cloud.invoke('Slow', { hang: true })).rejects.toThrow('Task timed out after 1.00 seconds');
    expect(await cloud.invoke('Slow', {})).toEqual({ name: 'Test-Slow', left: true });
    expect(cloud.functionErrors).toHaveLength(1);
  });

  it('has the environment of the cloud and nothing of ours', async () => {
    process.env.GONGKAI_SECRET_OF_THE_HOST = 'x';
    const code = 'export const handler = async () => process.env;';
    const properties = { Environment: { Variables: { OWN: { Ref: 'AWS::Partition' } } } };
    const { cloud } = await start({ resources: {}, functions: { Env: { code, properties } } });
    expect(await cloud.invoke('Env', {})).toMatchObject({
      OWN: 'aws-cn',
      AWS_REGION: 'cn-north-1',
      AWS_LAMBDA_FUNCTION_NAME: 'Test-Env',
      AWS_ENDPOINT_URL_DYNAMODB: cloud.endpoints.dynamodb,
      AWS_ENDPOINT_URL_EVENTBRIDGE: cloud.endpoints.events,
    });
    expect(await cloud.invoke('Env', {})).not.toHaveProperty('GONGKAI_SECRET_OF_THE_HOST');
    delete process.env.GONGKAI_SECRET_OF_THE_HOST;
  });

  it('reports code that cannot be loaded as a failure of the invocation', async () => {
    const { cloud } = await start({
      resources: {},
      functions: { Broken: { code: 'throw new TypeError("no")' } },
    });
    await expect(cloud.invoke('Broken', {})).rejects.toThrow('TypeError: no');
  });
});

describe('schedules under a virtual clock', () => {
  const schedule = (ScheduleExpression: string) => ({
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression,
      ScheduleExpressionTimezone: 'Asia/Shanghai',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: { 'Fn::GetAtt': ['Job', 'Arn'] },
        Input: '{"scheduledTime":"<aws.scheduler.scheduled-time>"}',
      },
    },
  });
  const code = `${NOTE_TAKER} export const handler = async (event) => note(event.scheduledTime);`;

  it('fire at the beginning of each quarter in Shanghai, told the time they were meant for', async () => {
    const clock = new VirtualClock('2026-12-01T00:00:00Z');
    const { notes } = await start(
      { resources: { Quarterly: schedule('cron(0 2 1 1,4,7,10 ? *)') }, functions: { Job: { code } } },
      clock,
    );
    await clock.advanceTo('2026-12-31T17:59:59Z');
    expect(notes()).toEqual([]);
    await clock.advanceTo('2027-04-30T00:00:00Z');
    expect(notes()).toEqual(['2026-12-31T18:00:00Z', '2027-03-31T18:00:00Z']);
  });

  it('try a failing function again after one and two minutes and then put the event aside', async () => {
    const clock = new VirtualClock('2026-12-01T00:00:00Z');
    const failing = `${NOTE_TAKER} export const handler = async (event) => { note(event); throw new Error('x'); };`;
    const properties = { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } } };
    const { cloud, notes } = await start(
      {
        resources: { DeadLetters: DEAD_LETTERS, Daily: schedule('cron(30 8 * * ? *)') },
        functions: { Job: { code: failing, properties } },
      },
      clock,
    );
    await clock.advanceTo('2026-12-01T00:30:59Z');
    expect(notes()).toHaveLength(1);
    await clock.advanceTo('2026-12-01T00:33:00Z');
    expect(notes()).toHaveLength(3);
    expect(cloud.queueLength('DeadLetters').ready).toBe(1);
    expect(await cloud.redrive('DeadLetters')).toBe(1);
    await cloud.idle();
    expect(notes()).toHaveLength(4);
  });
});

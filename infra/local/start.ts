import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RUNNING_FILE, type RunningCloud } from '../operate/connection.ts';
import { synthesise } from '../synth.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { exitOnStartProblem, StartProblem } from './problem.ts';
import { personas, SAMPLE_ADMINISTRATOR, SAMPLE_DISTRICT, sampleLoading } from './sample/sample.ts';

const OPTIONS = {
  port: { type: 'string', default: '8080' },
  'sign-in-port': { type: 'string', default: '8081' },
  'mail-port': { type: 'string', default: '8082' },
  state: { type: 'string', default: '.gongkai' },
  'dynamodb-endpoint': { type: 'string' },
  empty: { type: 'boolean', default: false },
} as const;

const values = chosen();

function chosen() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    const known = Object.keys(OPTIONS)
      .map((name) => `--${name}`)
      .join(' ');
    return exitOnStartProblem(
      new StartProblem(
        `有不认识或填写有误的启动参数。可用的参数：${known}。`,
        `The options are wrong: ${(error as Error).message}. There are: ${known}.`,
      ),
    );
  }
}

/** What is under way when everything ends fails, and is no mistake. */
let stopping = false;

/** `npm start`: the whole district on this machine, from the very template that would be deployed. */
async function main(): Promise<void> {
  await synthesise();
  const sample = values.empty ? undefined : sampleLoading(values.state);
  const cloud = await startCloud({
    state: values.state,
    ...(sample && { clock: sample.clock }),
    ports: {
      http: Number(values.port),
      oidc: Number(values['sign-in-port']),
      mail: Number(values['mail-port']),
    },
    parameters: { DistrictId: SAMPLE_DISTRICT, DistrictAdministrator: SAMPLE_ADMINISTRATOR },
    personas,
    // One person looks on, and each copy of a function takes a core for a moment to start.
    concurrency: Math.max(2, availableParallelism()),
    ...(values['dynamodb-endpoint'] && { dynamodbEndpoint: values['dynamodb-endpoint'] }),
  });
  const running = join(values.state, RUNNING_FILE);
  writeFileSync(running, JSON.stringify(describe(cloud)));
  stopOnSignal(cloud, running);
  console.log(
    `\n  党务公开栏  ${cloud.url}/\n  办事台      ${cloud.url}/desk\n  接口说明    ${cloud.url}/v1/openapi.json\n  外发邮件    ${cloud.mailUrl}/mail`,
  );
  console.log('\n  登录后可选以下人员 sign in as one of these people:');
  for (const { name, description } of personas) console.log(`    ${name}  ${description}`);
  if (sample?.clock.virtual) {
    console.log(
      '\n  首次启动：正在补演示例区前三个季度，约需一两分钟；其间可以浏览，办理的事项记在当时的日期。\n' +
        '  First start: the sample district is living through its last three quarters, for a minute or two.',
    );
  }
  await sample?.bringIn(cloud, (text) => process.stdout.write(`\r  示例数据 sample district ${text}    `));
  await cloud.idle();
  console.log(
    '\n  已就绪，按 Ctrl+C 停止；数据保存在 ' +
      `${values.state}/。 Ready. Ctrl+C stops it; the data stays.\n`,
  );
}

const describe = (cloud: Cloud): RunningCloud => ({
  url: cloud.url,
  dynamodb: cloud.endpoints.dynamodb,
  sqs: cloud.endpoints.sqs,
  logTable: cloud.nameOf('LogTable'),
  viewsTable: cloud.nameOf('ViewsTable'),
  district: SAMPLE_DISTRICT,
});

function stopOnSignal(cloud: Cloud, running: string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      stopping = true;
      rmSync(running, { force: true });
      await cloud.stop();
      process.exit(0);
    });
  }
}

await main().catch((error) => stopping || exitOnStartProblem(error));

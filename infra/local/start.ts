import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RUNNING_FILE, type RunningCloud } from '../operate/connection.ts';
import { synthesise } from '../synth.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { exitOnStartProblem } from './problem.ts';
import { loadSample, personas, SAMPLE_ADMINISTRATOR, SAMPLE_DISTRICT } from './sample/sample.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    'sign-in-port': { type: 'string', default: '8081' },
    state: { type: 'string', default: '.gongkai' },
    'dynamodb-endpoint': { type: 'string' },
    empty: { type: 'boolean', default: false },
  },
});

/** `npm start`: the whole district on this machine, from the very template that would be deployed. */
async function main(): Promise<void> {
  await synthesise();
  const cloud = await startCloud({
    state: values.state,
    ports: { http: Number(values.port), oidc: Number(values['sign-in-port']) },
    parameters: { DistrictId: SAMPLE_DISTRICT, DistrictAdministrator: SAMPLE_ADMINISTRATOR },
    personas,
    ...(values['dynamodb-endpoint'] && { dynamodbEndpoint: values['dynamodb-endpoint'] }),
  });
  const running = join(values.state, RUNNING_FILE);
  writeFileSync(running, JSON.stringify(describe(cloud)));
  stopOnSignal(cloud, running);
  console.log(
    `\n  党务公开栏  ${cloud.url}/\n  办事台      ${cloud.url}/desk\n  接口说明    ${cloud.url}/v1/openapi.json`,
  );
  console.log('\n  登录后可选以下人员 sign in as one of these people:');
  for (const { name, description } of personas) console.log(`    ${name}  ${description}`);
  if (!values.empty) await bringInSample(cloud);
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

/** Loading what is there already changes nothing, so it runs at every start and heals a first one that broke off. */
async function bringInSample(cloud: Cloud): Promise<void> {
  await loadSample({
    url: cloud.url,
    tokenFor: (sub) => cloud.tokenFor(sub),
    now: new Date(cloud.clock.now()).toISOString(),
    onProgress: (done, total) => process.stdout.write(`\r  示例数据 sample district ${done}/${total} `),
  });
  await cloud.idle();
  process.stdout.write('\n');
}

function stopOnSignal(cloud: Cloud, running: string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      rmSync(running, { force: true });
      await cloud.stop();
      process.exit(0);
    });
  }
}

await main().catch(exitOnStartProblem);

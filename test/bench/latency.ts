import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SealedCommit } from '../../domain/kernel/commit.ts';
import type { StreamName } from '../../domain/kernel/scope.ts';
import { DynamoLog } from '../../functions/adapters/log.ts';
import { type Cloud, startCloud } from '../../infra/local/cloud.ts';
import { synthesise } from '../../infra/synth.ts';
import { clientOf } from '../functions/adapters/engines.ts';
import { createTables } from '../functions/adapters/tables.ts';
import { DisplayReceiver } from '../support/display-receiver.ts';
import { DISTRICT, FOUNDER, PEOPLE, REVIEW, SCHOOL, type Step } from '../support/school.ts';
import { itemId } from './district.ts';
import { type Measure, measure, median, percentile99 } from './measure.ts';
import { CONTENT, OPENING, onItem } from './school.ts';
import { send } from './send.ts';

const ITEMS = 24;
const WARM_UP = 2;
const PATIENCE_MS = 20_000;

/** From the last approval to the board and to the display, on the local cloud, beside the engine calls on that path. */
export async function latency(): Promise<Measure[]> {
  await synthesise();
  const cloud = await startCloud({
    state: 'memory',
    parameters: { DistrictId: DISTRICT, DistrictAdministrator: FOUNDER },
  });
  const receiver = await DisplayReceiver.start();
  try {
    for (const step of OPENING) await send(cloud, step);
    await cloud.idle();
    const display = { name: '校门口屏', place: '校门口', url: receiver.url, audience: 'public' };
    const registration: Step = {
      ...onItem('', 'RegisterDisplay', PEOPLE.office, display),
      aggregate: 'display',
    };
    receiver.trust((await send(cloud, registration)).secret ?? '');
    const floor = await callsOnThePath(cloud, receiver.url);
    const taken: { readonly board: number; readonly webhook: number }[] = [];
    for (let item = 0; item < WARM_UP + ITEMS; item += 1) taken.push(await release(cloud, receiver));
    const counted = taken.slice(WARM_UP);
    const board = median(counted.map((one) => one.board));
    const webhook = median(counted.map((one) => one.webhook));
    const slowest = percentile99(counted.map((one) => one.webhook));
    return [
      measure('latency: engine calls from approval to board', floor.board, 'ms'),
      measure('latency: approval to visible on the board', board, 'ms', { ratio: board / floor.board }),
      measure('latency: engine calls from approval to webhook', floor.webhook, 'ms'),
      measure('latency: approval to webhook received', webhook, 'ms', { ratio: webhook / floor.webhook }),
      measure('latency: the same, 99th percentile', slowest, 'ms', { ratio: slowest / floor.webhook }),
    ];
  } finally {
    await receiver.stop();
    await cloud.stop();
  }
}

/** One item from its draft on; the clock starts with the request of the last approval. */
async function release(cloud: Cloud, receiver: DisplayReceiver) {
  const { id = '' } = await send(cloud, onItem('', 'ProposeItem', PEOPLE.clerk, CONTENT));
  await send(cloud, onItem(id, 'SubmitItem', PEOPLE.clerk));
  await until(() => isReviewed(cloud, id));
  const start = performance.now();
  const since = () => performance.now() - start;
  const approval = send(cloud, onItem(id, 'ApproveItem', PEOPLE.head));
  const board = until(() => isOnBoard(cloud, id)).then(since);
  const webhook = until(() => receiver.onShow.some((notice) => notice.id === id)).then(since);
  const [, ...times] = await Promise.all([approval, board, webhook]);
  return { board: times[0], webhook: times[1] };
}

/** Reviews it, once the function that screens it has come round to that. */
async function isReviewed(cloud: Cloud, id: string): Promise<boolean> {
  try {
    await send(cloud, onItem(id, 'ReviewItem', PEOPLE.office, REVIEW));
    return true;
  } catch (error) {
    if ((error as Error).message.includes('screening-pending')) return false;
    throw error;
  }
}

async function isOnBoard(cloud: Cloud, id: string): Promise<boolean> {
  const response = await fetch(`${cloud.url}/v1/organisations/${SCHOOL}/board`);
  return (await response.text()).includes(id);
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('what was approved did not arrive');
    await sleep(2);
  }
}

/**
 * Milliseconds of the calls that no implementation of the path can leave out, one after the other: the commits put
 * (approved, released; for the webhook also planned), each read from the stream and passed through a queue, then the
 * card put and the board queried, or the webhook posted. A stream is read by a query here, which costs the same.
 */
async function callsOnThePath(cloud: Cloud, webhook: string) {
  const client = clientOf(cloud.endpoints.dynamodb);
  const { region, credentials } = client.config;
  const sqs = new SQSClient({ endpoint: cloud.endpoints.sqs, region, credentials });
  const log = new DynamoLog(client, (await createTables(client)).log);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'bench' }));
  let version = 0;
  const commit = (): SealedCommit => {
    version += 1;
    const stream = `ORG#${SCHOOL}#ITEM#${itemId(version)}` as StreamName;
    return { stream, version, body: 'x'.repeat(500), previous: 'x'.repeat(43), hash: 'x'.repeat(43) };
  };
  try {
    const put = await typical(() => log.append(commit()));
    const query = await typical(() => log.read(`ORG#${SCHOOL}#ITEM#${itemId(1)}` as StreamName));
    const hop = await typical(async () => {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x'.repeat(400) }));
      await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    });
    const post = await typical(() => fetch(webhook, { method: 'POST', body: '{}' }).then((it) => it.text()));
    return { board: 3 * put + 3 * query + 2 * hop, webhook: 3 * put + 3 * query + 3 * hop + post };
  } finally {
    client.destroy();
    sqs.destroy();
  }
}

async function typical(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 60; count += 1) {
    const start = performance.now();
    await act();
    if (count >= 20) times.push(performance.now() - start);
  }
  return median(times);
}

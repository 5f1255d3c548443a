import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { CONNECTION_OPTIONS, RUNNING_FILE, runCommand, runningCloud } from './connection.ts';

/**
 * Moves everything from a dead-letter queue back to the queue it came from. A message is deleted only after it was
 * sent again, so a crash in between makes a duplicate, which every consumer can bear, and never a loss.
 *
 * @returns how many messages were moved
 */
export async function redrive(client: SQSClient, from: string, to: string): Promise<number> {
  let moved = 0;
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: from, MaxNumberOfMessages: 10 }),
    );
    if (Messages.length === 0) return moved;
    for (const { Body, ReceiptHandle } of Messages) {
      await client.send(new SendMessageCommand({ QueueUrl: to, MessageBody: Body ?? '' }));
      await client.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
      moved += 1;
    }
  }
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { ...CONNECTION_OPTIONS, from: { type: 'string' }, to: { type: 'string' } },
  });
  const client = sqsClient(values.state);
  if (!values.from || !values.to) {
    const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
    console.log(QueueUrls.map((url) => url.split('/').at(-1)).join('\n'));
    console.error('用法 usage: npm run redrive -- --from <dead-letter queue> --to <queue>');
    // Names alone are what was asked for when neither queue is given; half an order is a mistake.
    return !values.from && !values.to;
  }
  const url = async (QueueName: string): Promise<string> =>
    (await client.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? '';
  console.log(`重新投递 moved ${await redrive(client, await url(values.from), await url(values.to))}`);
  return true;
}

/** The queues of the cloud that runs on this machine; without one, those of the AWS environment. */
function sqsClient(state = '.gongkai'): SQSClient {
  const file = join(state, RUNNING_FILE);
  if (!existsSync(file)) return new SQSClient({});
  const { sqs } = runningCloud.parse(JSON.parse(readFileSync(file, 'utf8')));
  return new SQSClient({
    endpoint: sqs,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

if (import.meta.main) await runCommand(main);

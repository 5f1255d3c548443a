import type { AwsJsonClient } from './aws-json.ts';
import { AwsError } from './aws-json.ts';
import type { Queues } from './fauxqs.ts';
import { parseArn } from './identity.ts';
import type { Resource, Template } from './template.ts';

/** Where a queue puts messages that failed too often. */
export interface Redrive {
  readonly deadLetterQueue: string;
  readonly maxReceiveCount: number;
}

const ATTRIBUTES = [
  'VisibilityTimeout',
  'DelaySeconds',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
] as const;
const FIFO_ATTRIBUTES = ['FifoQueue', 'ContentBasedDeduplication'] as const;

/** Creates every queue of the template, or brings the attributes of a kept one up to date. */
export async function createQueues(template: Template, sqs: AwsJsonClient): Promise<void> {
  for (const { name, properties } of template.resources('AWS::SQS::Queue')) {
    const given = (names: readonly string[]) =>
      names.flatMap((key) => (properties[key] === undefined ? [] : [[key, String(properties[key])]]));
    await createQueue(
      sqs,
      name,
      Object.fromEntries(given(ATTRIBUTES)),
      Object.fromEntries(given(FIFO_ATTRIBUTES)),
    );
  }
}

/**
 * Over HTTP on purpose: fauxqs's own `createQueue` replaces a queue that exists and deletes its messages with it.
 *
 * @param fixed attributes that cannot be changed later.
 */
export async function createQueue(
  sqs: AwsJsonClient,
  name: string,
  attributes: Readonly<Record<string, string>>,
  fixed: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    const { QueueUrl } = await sqs.call('GetQueueUrl', { QueueName: name });
    await sqs.call('SetQueueAttributes', { QueueUrl, Attributes: attributes });
  } catch (error) {
    if (!(error instanceof AwsError) || !/NonExistentQueue|QueueDoesNotExist/.test(error.code)) throw error;
    await sqs.call('CreateQueue', { QueueName: name, Attributes: { ...attributes, ...fixed } });
  }
}

/**
 * The redrive policy is carried out by the consumer (`queue-source.ts`) and not given to fauxqs, which deletes a
 * message from its queue before it stores it in the dead-letter queue: killed in between, it would be lost.
 */
export function redriveOf({ properties }: Resource): Redrive | undefined {
  const policy = properties.RedrivePolicy;
  const target = parseArn(String(policy?.deadLetterTargetArn ?? ''));
  if (target === undefined) return undefined;
  return { deadLetterQueue: target.resource, maxReceiveCount: Number(policy.maxReceiveCount) };
}

/**
 * Moves every message of a dead-letter queue back: each is stored in `target` before it is deleted here.
 *
 * @param from URL of the dead-letter queue.
 * @param target name of the queue that takes them.
 * @returns how many were moved.
 */
export async function moveMessages(
  sqs: AwsJsonClient,
  queues: Queues,
  from: string,
  target: string,
): Promise<number> {
  let moved = 0;
  for (;;) {
    const { Messages: messages = [] } = await sqs.call('ReceiveMessage', {
      QueueUrl: from,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ['All'],
    });
    if (messages.length === 0) return moved;
    for (const { Body, MessageAttributes, ReceiptHandle } of messages) {
      queues.send(target, Body, MessageAttributes);
      await sqs.call('DeleteMessage', { QueueUrl: from, ReceiptHandle });
      moved += 1;
    }
  }
}

import { availableParallelism } from 'node:os';
import type { AwsJsonClient } from './aws-json.ts';
import { filterOf } from './filter.ts';
import { type Arn, parseArn } from './identity.ts';
import type { Functions, LambdaFunction } from './lambda/functions.ts';
import { StartProblem } from './problem.ts';
import { batchConsumer } from './queue-consumers.ts';
import { QueueSource, type QueueSurroundings } from './queue-source.ts';
import { redriveOf } from './queues.ts';
import type { StateStore } from './state-store.ts';
import { type Position, StreamReader } from './stream-reader.ts';
import { StreamSource } from './stream-source.ts';
import type { Resource, Template } from './template.ts';

export interface EventSourceOptions extends QueueSurroundings {
  readonly template: Template;
  readonly functions: Functions;
  readonly dynamodb: AwsJsonClient;
  readonly streams: AwsJsonClient;
  readonly state: StateStore;
  urlOf(queue: string): string;
}

export type EventSource = StreamSource | QueueSource;

/** Batches of a queue worked on at a time where the template does not say. */
const DEFAULT_CONCURRENCY = Math.max(2, availableParallelism());

/** @throws StartProblem for a mapping whose source or function is not part of the template. */
export async function eventSources(options: EventSourceOptions): Promise<EventSource[]> {
  const mappings = options.template.resources('AWS::Lambda::EventSourceMapping');
  const sources: EventSource[] = [];
  for (const mapping of mappings) {
    const target = options.functions.get(String(mapping.properties.FunctionName));
    const source = parseArn(String(mapping.properties.EventSourceArn));
    if (target === undefined || source === undefined) throw unknownSource(mapping);
    if (mapping.properties.Enabled === false) continue;
    if (source.service === 'dynamodb') sources.push(await streamSource(options, mapping, target, source));
    else if (source.service === 'sqs') sources.push(queueSource(options, mapping, target, source));
    else throw unknownSource(mapping);
  }
  return sources;
}

async function streamSource(
  options: EventSourceOptions,
  mapping: Resource,
  target: LambdaFunction,
  source: Arn,
): Promise<StreamSource> {
  const { properties } = mapping;
  const table = source.resource.split('/')[1] as string;
  const { Table } = await options.dynamodb.call('DescribeTable', { TableName: table });
  if (Table.LatestStreamArn === undefined) throw unknownSource(mapping);
  const key = `stream/${table}/${mapping.stack}/${mapping.logicalId}`;
  // The label is part of the position: a new stream of the same table counts from the beginning again.
  const position = (): Position | undefined => {
    const kept = JSON.parse(options.state.get(key) ?? 'null');
    return kept?.stream === Table.LatestStreamArn ? kept : undefined;
  };
  const retries = Number(properties.MaximumRetryAttempts ?? -1);
  const deadLetters = parseArn(String(properties.DestinationConfig?.OnFailure?.Destination ?? ''));
  return new StreamSource(
    {
      name: `${table} → ${target.name}`,
      streamArn: String(properties.EventSourceArn),
      batchSize: Number(properties.BatchSize ?? 100),
      reportsFailures: reportsFailures(mapping),
      bisects: properties.BisectBatchOnFunctionError === true,
      retries: retries < 0 ? Number.POSITIVE_INFINITY : retries,
      wants: filterOf(mapping),
      invoke: (event) => target.invoke(event),
      giveUp:
        deadLetters && ((details) => options.queues.send(deadLetters.resource, JSON.stringify(details))),
      done: (shard, sequence) =>
        options.state.set(key, JSON.stringify({ stream: Table.LatestStreamArn, shard, sequence })),
    },
    new StreamReader(options.streams, Table.LatestStreamArn, position),
    options,
  );
}

function queueSource(
  options: EventSourceOptions,
  mapping: Resource,
  target: LambdaFunction,
  source: Arn,
): QueueSource {
  const { properties } = mapping;
  const queue = options.template
    .resources('AWS::SQS::Queue')
    .find((resource) => resource.name === source.resource);
  if (queue === undefined) throw unknownSource(mapping);
  const scaled = Number(properties.ScalingConfig?.MaximumConcurrency ?? DEFAULT_CONCURRENCY);
  return new QueueSource(
    {
      name: `${queue.name} → ${target.name}`,
      queue: queue.name,
      url: options.urlOf(queue.name),
      batchSize: Number(properties.BatchSize ?? 10),
      windowMs: Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000,
      concurrency: Math.min(scaled, target.concurrency),
      redrive: redriveOf(queue),
      handle: batchConsumer({
        target,
        queueArn: String(properties.EventSourceArn),
        reportsFailures: reportsFailures(mapping),
        visibilitySeconds: Number(queue.properties.VisibilityTimeout ?? 30),
        wants: filterOf(mapping),
      }),
    },
    options,
  );
}

const reportsFailures = ({ properties }: Resource): boolean =>
  (properties.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures');

function unknownSource({ logicalId, properties }: Resource): StartProblem {
  const where = `${logicalId} (AWS::Lambda::EventSourceMapping): ${properties.EventSourceArn} → ${properties.FunctionName}`;
  return new StartProblem(
    `事件源映射 ${where} 无法在本机运行:来源须为模板中的 DynamoDB 流或 SQS 队列,函数须在模板中。请检查后重新合成。`,
    `Event source mapping ${where} cannot run here: its source must be a DynamoDB stream or an SQS queue of the template, and its function too. Check it and synthesise again.`,
  );
}

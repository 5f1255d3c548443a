import { parseArn } from './identity.ts';
import type { Functions, LambdaFunction } from './lambda/functions.ts';
import { StartProblem } from './problem.ts';
import { asyncConsumer } from './queue-consumers.ts';
import { QueueSource, type QueueSurroundings } from './queue-source.ts';
import { createQueue } from './queues.ts';
import type { Resource, Template } from './template.ts';

/** Takes a payload (JSON text) over durably: when it returns, the payload survives a SIGKILL. */
export type Deliver = (payload: string) => void;

export interface TargetOptions extends QueueSurroundings {
  readonly template: Template;
  readonly functions: Functions;
  urlOf(queue: string): string;
}

/** The queue behind asynchronous invocations of a function. */
export const asyncQueueOf = (functionName: string): string => `async-${functionName}`;

/** Where rules and schedules send things. */
export class Targets {
  /** The queues behind asynchronous invocations, made when a function is first a target. */
  readonly sources: QueueSource[] = [];
  private readonly options: TargetOptions;
  private readonly invokers = new Map<string, Deliver>();

  constructor(options: TargetOptions) {
    this.options = options;
  }

  /** @throws StartProblem that names the resource when the target cannot be reached here. */
  async find(owner: Resource, targetArn: string): Promise<Deliver> {
    const target = parseArn(targetArn);
    if (target?.service === 'sqs' && this.hasQueue(target.resource)) {
      return (payload) => this.options.queues.send(target.resource, payload);
    }
    const lambda = target?.service === 'lambda' ? this.options.functions.get(targetArn) : undefined;
    if (lambda !== undefined) return this.invoker(lambda);
    const where = `${owner.logicalId} (${owner.type}) → ${targetArn}`;
    throw new StartProblem(
      `目标 ${where} 无法在本机运行:须为模板中的 SQS 队列或函数。请检查后重新合成。`,
      `The target ${where} cannot run here: it must be an SQS queue or a function of the template. Check it and synthesise again.`,
    );
  }

  private hasQueue(name: string): boolean {
    return this.options.template.resources('AWS::SQS::Queue').some((queue) => queue.name === name);
  }

  /** An asynchronous invocation is a message in a queue of ours, so that it is not lost while it waits. */
  private async invoker(lambda: LambdaFunction): Promise<Deliver> {
    const known = this.invokers.get(lambda.name);
    if (known !== undefined) return known;
    const queue = asyncQueueOf(lambda.name);
    await createQueue(this.options.sqs, queue, {
      VisibilityTimeout: String(Math.ceil(lambda.timeoutMs / 1000) + 60),
    });
    const { retries, deadLetters } = this.failurePolicy(lambda);
    const source = new QueueSource(
      {
        name: `${queue} → ${lambda.name}`,
        queue,
        url: this.options.urlOf(queue),
        batchSize: 1,
        windowMs: 0,
        concurrency: lambda.concurrency,
        redrive: undefined,
        handle: asyncConsumer({
          target: lambda,
          retries,
          giveUp: (event) => this.giveUp(lambda, deadLetters, event),
        }),
      },
      this.options,
    );
    this.sources.push(source);
    const deliver: Deliver = (payload) => this.options.queues.send(queue, payload);
    this.invokers.set(lambda.name, deliver);
    return deliver;
  }

  private failurePolicy(lambda: LambdaFunction): { retries: number; deadLetters: string | undefined } {
    const config = this.options.template
      .resources('AWS::Lambda::EventInvokeConfig')
      .find(({ properties }) => properties.FunctionName === lambda.name)?.properties;
    const destination =
      config?.DestinationConfig?.OnFailure?.Destination ??
      lambda.resource.properties.DeadLetterConfig?.TargetArn;
    const target = parseArn(String(destination ?? ''));
    return {
      retries: Number(config?.MaximumRetryAttempts ?? 2),
      deadLetters: target?.service === 'sqs' ? target.resource : undefined,
    };
  }

  private giveUp(lambda: LambdaFunction, deadLetters: string | undefined, event: string): void {
    this.options.logger.error(
      `${lambda.name}: gave up an event${deadLetters === undefined ? '' : `, put into ${deadLetters}`}`,
    );
    if (deadLetters !== undefined) this.options.queues.send(deadLetters, event);
  }
}

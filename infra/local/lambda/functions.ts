import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import { ACCOUNT, arn, REGION } from '../identity.ts';
import type { Logger } from '../log.ts';
import { StartProblem } from '../problem.ts';
import type { Resource, Template } from '../template.ts';
import { InvocationFailure } from './environment.ts';
import { FunctionLog } from './logs.ts';
import { EnvironmentPool } from './pool.ts';

/** Something that went wrong inside a function, for whoever wants to know afterwards. */
export interface FunctionErrorRecord {
  readonly function: string;
  readonly requestId: string;
  /** Milliseconds since the epoch, on the cloud's clock. */
  readonly at: number;
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly resource: Resource;
  readonly timeoutMs: number;
  /** How many events it may work on at a time. */
  readonly concurrency: number;
  /** @throws InvocationFailure when the function fails. */
  invoke(event: unknown): Promise<unknown>;
  warm(): Promise<void>;
  stop(): Promise<void>;
}

export interface FunctionsOptions {
  readonly template: Template;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly logFolder: string | undefined;
  /** Lowest level that is kept; undefined takes each function's own from the template. */
  readonly logLevel: string | undefined;
  readonly concurrency: number;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Lambda's limit on an event and on an answer. */
const PAYLOAD_LIMIT = 6 * 1024 * 1024;
const ERRORS_KEPT = 1000;

/** Every function of the template, by name. */
export class Functions {
  /** The latest failures, oldest first. */
  readonly errors: FunctionErrorRecord[] = [];
  private readonly byName = new Map<string, LambdaFunction>();
  private readonly options: FunctionsOptions;

  constructor(options: FunctionsOptions) {
    this.options = options;
    for (const resource of options.template.resources('AWS::Lambda::Function')) {
      this.byName.set(resource.name, this.build(resource));
    }
  }

  all(): LambdaFunction[] {
    return [...this.byName.values()];
  }

  /** By name or ARN. */
  get(nameOrArn: string): LambdaFunction | undefined {
    return this.byName.get(nameOrArn.replace(/^arn:.*:function:/, ''));
  }

  /** By name, ARN, logical id or description. */
  find(name: string): LambdaFunction | undefined {
    const isNamed = ({ resource }: LambdaFunction) =>
      resource.logicalId === name || resource.properties.Description === name;
    return this.get(name) ?? this.all().find(isNamed);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all().map((each) => each.stop()));
  }

  private build(resource: Resource): LambdaFunction {
    const { properties, name } = resource;
    const { file, handler } = this.code(resource);
    const timeoutMs = Number(properties.Timeout ?? 3) * 1000;
    const memoryMb = Number(properties.MemorySize ?? 128);
    const reserved = properties.ReservedConcurrentExecutions;
    const concurrency = reserved === undefined ? this.options.concurrency : Number(reserved);
    const functionArn = arn('lambda', `function:${name}`);
    const log = this.log(resource);
    const setup = { file, handler, functionName: name, functionArn, memoryMb };
    const onOutput = (chunk: string) => log.write(chunk);
    const variables = environmentOf(resource, this.options.endpoints);
    const pool = new EnvironmentPool({ setup, variables, timeoutMs, onOutput }, concurrency);
    return {
      name,
      arn: functionArn,
      resource,
      timeoutMs,
      concurrency,
      invoke: (event) => this.options.activity.during(() => this.invoke(name, pool, event)),
      warm: () => pool.warm(),
      async stop() {
        await pool.stop();
        await log.close();
      },
    };
  }

  private async invoke(name: string, pool: EnvironmentPool, event: unknown): Promise<unknown> {
    const requestId = randomUUID();
    try {
      const result = await pool.invoke(requestId, within(JSON.stringify(event)));
      return JSON.parse(within(result));
    } catch (error) {
      if (error instanceof InvocationFailure) this.record(name, requestId, error);
      throw error;
    }
  }

  private record(name: string, requestId: string, { error }: InvocationFailure): void {
    this.errors.push({ function: name, requestId, at: this.options.clock.now(), ...error });
    if (this.errors.length > ERRORS_KEPT) this.errors.shift();
    // The message may quote what a person wrote, so only its type is logged here.
    this.options.logger.warn(`${name}: ${error.errorType} (request ${requestId})`);
  }

  private log({ name, properties }: Resource): FunctionLog {
    const configured = properties.LoggingConfig?.ApplicationLogLevel ?? 'INFO';
    const level = this.options.logLevel ?? configured;
    return new FunctionLog(
      this.options.logFolder,
      String(properties.Description ?? name).replace(/\W+/g, '-'),
      level,
      (line, lineLevel) => {
        if (['ERROR', 'CRITICAL', 'FATAL'].includes(lineLevel)) this.options.logger.error(`${name}: ${line}`);
      },
    );
  }

  private code(resource: Resource): { file: string; handler: string } {
    const { properties, logicalId } = resource;
    const [module = '', handler = ''] = String(properties.Handler ?? '').split(/\.(?=[^.]*$)/);
    const folder = this.options.template.assetPath(resource, String(properties.Code?.S3Key ?? ''));
    const file = ['.mjs', '.js', '.cjs']
      .map((extension) => join(folder ?? '', module + extension))
      .find((candidate) => folder !== undefined && existsSync(candidate));
    const runtime = String(properties.Runtime ?? '');
    if (file !== undefined && runtime.startsWith('nodejs') && properties.Layers === undefined) {
      return { file, handler };
    }
    throw new StartProblem(
      `函数 ${logicalId} (AWS::Lambda::Function) 无法在本机运行:需要 nodejs 运行时、不带层,且代码为资产文件夹(${module}.mjs)。请检查后重新合成。`,
      `Function ${logicalId} (AWS::Lambda::Function) cannot run here: it needs a nodejs runtime, no layers, and an asset folder with ${module}.mjs. Check it and synthesise again.`,
    );
  }
}

function within(payload: string): string {
  if (Buffer.byteLength(payload) <= PAYLOAD_LIMIT) return payload;
  const errorMessage = `payload exceeds ${PAYLOAD_LIMIT} bytes`;
  throw new InvocationFailure({ errorType: 'RequestEntityTooLargeException', errorMessage, trace: [] });
}

/** What Lambda sets for every function, the addresses of the local engines, and the function's own variables. */
function environmentOf(
  resource: Resource,
  endpoints: Readonly<Record<string, string>>,
): Record<string, string> {
  const { name, properties } = resource;
  const level = properties.LoggingConfig?.ApplicationLogLevel;
  const own = Object.entries((properties.Environment?.Variables ?? {}) as Record<string, unknown>);
  return {
    PATH: process.env.PATH ?? '',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    NODE_ENV: 'production',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_ACCOUNT_ID: ACCOUNT,
    AWS_EC2_METADATA_DISABLED: 'true',
    // The profile of whoever runs this must not reach the functions.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize ?? 128),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_LOG_FORMAT: String(properties.LoggingConfig?.LogFormat ?? 'Text'),
    ...(level === undefined ? {} : { AWS_LAMBDA_LOG_LEVEL: String(level) }),
    _HANDLER: String(properties.Handler ?? ''),
    ...endpoints,
    ...Object.fromEntries(own.map(([key, value]) => [key, String(value)])),
  };
}

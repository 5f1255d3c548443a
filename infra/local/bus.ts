import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import { patternFor } from './filter.ts';
import { ACCOUNT, REGION } from './identity.ts';
import { type TargetInput, transformer } from './input-transformer.ts';
import { BodyTooLarge, type Listening, listen, readBody } from './listen.ts';
import type { Logger } from './log.ts';
import type { Matcher } from './pattern.ts';
import { StartProblem } from './problem.ts';
import type { Deliver, Targets } from './targets.ts';
import type { Resource, Template } from './template.ts';

interface Rule {
  readonly name: string;
  readonly bus: string;
  readonly matches: Matcher;
  readonly targets: readonly { readonly deliver: Deliver; inputOf(event: unknown): string }[];
}

/** An entry of PutEvents. */
export interface Entry {
  readonly Time?: number;
  readonly Source?: string;
  readonly Resources?: string[];
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
}

interface Refusal {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

const REQUEST_LIMIT = 256 * 1024;
const ENTRIES_LIMIT = 10;

/** Event buses with their rules. An entry is only accepted after every target that wants it has stored it. */
export class Bus {
  private readonly names: ReadonlySet<string>;
  private readonly rules: readonly Rule[];
  private readonly clock: Clock;
  private readonly logger: Logger;

  private constructor(names: ReadonlySet<string>, rules: readonly Rule[], clock: Clock, logger: Logger) {
    this.names = names;
    this.rules = rules;
    this.clock = clock;
    this.logger = logger;
  }

  /** @throws StartProblem for a pattern or target that cannot be carried out. */
  static async build(template: Template, targets: Targets, clock: Clock, logger: Logger): Promise<Bus> {
    const names = template.resources('AWS::Events::EventBus').map((bus) => bus.name);
    const rules: Rule[] = [];
    for (const resource of template.resources('AWS::Events::Rule')) {
      if (resource.properties.State === 'DISABLED') continue;
      rules.push(await buildRule(resource, targets));
    }
    return new Bus(new Set(['default', ...names]), rules, clock, logger);
  }

  /** Serves `PutEvents` of the EventBridge API. */
  listen(port: number): Promise<Listening> {
    return listen(
      createServer((request, response) => void this.answer(request, response)),
      port,
      'EventBridge',
    );
  }

  /** Takes one entry of PutEvents; returns its event id, or why it is refused. */
  put(entry: Entry): string | Refusal {
    const refusal = this.check(entry);
    if (refusal !== undefined) return refusal;
    const id = randomUUID();
    const event = this.asEvent(id, entry);
    const bus = busName(entry.EventBusName);
    for (const rule of this.rules) {
      if (rule.bus !== bus || !rule.matches(event)) continue;
      for (const target of rule.targets) target.deliver(target.inputOf(event));
    }
    return id;
  }

  private asEvent(id: string, entry: Entry): unknown {
    const at = entry.Time === undefined ? this.clock.now() : entry.Time * 1000;
    return {
      version: '0',
      id,
      'detail-type': entry.DetailType,
      source: entry.Source,
      account: ACCOUNT,
      time: `${new Date(at).toISOString().slice(0, 19)}Z`,
      region: REGION,
      resources: entry.Resources ?? [],
      detail: JSON.parse(entry.Detail as string),
    };
  }

  private check(entry: Entry): Refusal | undefined {
    const refuse = (ErrorCode: string, ErrorMessage: string): Refusal => ({ ErrorCode, ErrorMessage });
    for (const field of ['Source', 'DetailType', 'Detail'] as const) {
      if (typeof entry[field] !== 'string' || entry[field] === '') {
        return refuse(
          'InvalidArgument',
          `Parameter ${field} is not valid. Reason: ${field} is a required argument.`,
        );
      }
    }
    if (!isObject(entry.Detail as string)) return refuse('MalformedDetail', 'Detail is malformed.');
    if (!this.names.has(busName(entry.EventBusName))) {
      return refuse('ResourceNotFoundException', `Event bus ${entry.EventBusName} does not exist.`);
    }
    return undefined;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    };
    try {
      if (request.headers['x-amz-target'] !== 'AWSEvents.PutEvents') {
        say(400, { __type: 'UnknownOperationException', message: 'Only PutEvents is known here.' });
        return;
      }
      const { Entries: entries } = JSON.parse((await readBody(request, 2 * REQUEST_LIMIT)).toString());
      const problem = problemOf(entries);
      if (problem !== undefined) {
        say(400, { __type: 'ValidationException', message: problem });
        return;
      }
      const results = (entries as Entry[]).map((entry) => this.put(entry));
      say(200, {
        FailedEntryCount: results.filter((result) => typeof result !== 'string').length,
        Entries: results.map((result) => (typeof result === 'string' ? { EventId: result } : result)),
      });
    } catch (error) {
      if (!(error instanceof BodyTooLarge)) this.logger.error(`event bus: ${(error as Error).message}`);
      say(error instanceof BodyTooLarge ? 400 : 500, {
        __type: 'InternalException',
        message: 'not accepted',
      });
    }
  }
}

async function buildRule(resource: Resource, targets: Targets): Promise<Rule> {
  const { properties, logicalId, type } = resource;
  if (properties.EventPattern === undefined) {
    throw new StartProblem(
      `规则 ${logicalId} (${type}) 没有事件模式:定时任务请改用 AWS::Scheduler::Schedule。`,
      `Rule ${logicalId} (${type}) has no event pattern: use AWS::Scheduler::Schedule for schedules.`,
    );
  }
  const list = (properties.Targets ?? []) as ({ Arn: string } & TargetInput)[];
  return {
    name: resource.name,
    bus: busName(properties.EventBusName),
    matches: patternFor(logicalId, type, properties.EventPattern),
    targets: await Promise.all(
      list.map(async (target) => ({
        deliver: await targets.find(resource, target.Arn),
        inputOf: transformer(logicalId, target),
      })),
    ),
  };
}

const busName = (nameOrArn: string | undefined): string =>
  (nameOrArn ?? 'default').replace(/^arn:.*event-bus\//, '');

function isObject(text: string): boolean {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The limits of PutEvents that refuse the whole request. */
function problemOf(entries: unknown): string | undefined {
  if (!Array.isArray(entries) || entries.length === 0) return 'Entries must hold at least one entry.';
  if (entries.length > ENTRIES_LIMIT) return `Entries must hold at most ${ENTRIES_LIMIT} entries.`;
  const bytes = (entries as Entry[]).map((entry) => sizeOf(entry)).reduce((sum, size) => sum + size, 0);
  return bytes > REQUEST_LIMIT ? 'Total size of the entries in the request is over the limit.' : undefined;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html (calculating the entry size) */
function sizeOf({ Time, Source, DetailType, Detail, Resources }: Entry): number {
  const texts = [Source, DetailType, Detail, ...(Resources ?? [])];
  const bytes = texts.map((text) => Buffer.byteLength(text ?? ''));
  return bytes.reduce((sum, size) => sum + size, Time === undefined ? 0 : 14);
}

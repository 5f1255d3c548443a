import type { Clock } from './clock.ts';
import type { Closers } from './closers.ts';
import type { Cloud } from './cloud-types.ts';
import type { Engines } from './engines.ts';
import { parseArn } from './identity.ts';
import type { Functions, LambdaFunction } from './lambda/functions.ts';
import type { MailCatcher } from './mail.ts';
import type { Oidc } from './oidc.ts';
import { moveMessages, redriveOf } from './queues.ts';
import { asyncQueueOf } from './targets.ts';
import type { Resource, Template } from './template.ts';

export interface Parts {
  readonly url: string;
  readonly mail: MailCatcher;
  readonly mailUrl: string;
  readonly endpoints: Cloud['endpoints'];
  readonly clock: Clock;
  readonly template: Template;
  readonly functions: Functions;
  readonly oidc: Oidc;
  readonly engines: Engines;
  readonly closers: Closers;
  idle(withinMs?: number): Promise<void>;
  urlOf(queue: string): string;
}

/** What the rest of the program may do with a running cloud. */
export function cloudHandle(parts: Parts): Cloud {
  const { url, mail, mailUrl, endpoints, clock, template, functions, oidc, engines } = parts;
  return {
    url,
    mailUrl,
    mails: () => mail.received(),
    endpoints,
    clock,
    template,
    ignored: template.ignored,
    functionErrors: functions.errors,
    tokenFor: (sub) => oidc.tokenFor(sub),
    idle: (withinMs) => parts.idle(withinMs),
    invoke: async (name, event) => functionNamed(functions, name).invoke(event),
    async warm(...names) {
      await Promise.all(names.map((name) => functionNamed(functions, name).warm()));
    },
    nameOf: (logicalId) => named(template.all, logicalId).name,
    async redrive(queue) {
      const { from, to } = wayBack(template, named(template.resources('AWS::SQS::Queue'), queue));
      return moveMessages(engines.sqs, engines.queues, parts.urlOf(from), to);
    },
    queueLength(queue) {
      const { name } = named(template.resources('AWS::SQS::Queue'), queue);
      const { ready, delayed, inFlight } = engines.queues.inspect(name);
      return { ready, delayed, inFlight: inFlight.length };
    },
    stop: () => parts.closers.close(),
  };
}

function functionNamed(functions: Functions, name: string): LambdaFunction {
  const found = functions.find(name);
  if (found === undefined) throw new Error(`There is no function ${name}.`);
  return found;
}

/** CDK ends a logical id with eight characters of a hash. */
function named(resources: readonly Resource[], id: string): Resource {
  const exact = resources.find((resource) => resource.logicalId === id || resource.name === id);
  if (exact !== undefined) return exact;
  const ending = resources.filter((resource) => resource.logicalId.replace(/[0-9A-F]{8}$/, '').endsWith(id));
  if (ending.length === 1) return ending[0] as Resource;
  const candidates = ending.map((resource) => resource.logicalId).join(', ') || 'nothing';
  throw new Error(`${id} should be one resource, but it is ${candidates}.`);
}

function wayBack(template: Template, queue: Resource): { from: string; to: string } {
  const own = redriveOf(queue);
  if (own !== undefined) return { from: own.deadLetterQueue, to: queue.name };
  const source = template
    .resources('AWS::SQS::Queue')
    .find((each) => redriveOf(each)?.deadLetterQueue === queue.name);
  if (source !== undefined) return { from: queue.name, to: source.name };
  const failing = template
    .resources('AWS::Lambda::Function')
    .find((each) => parseArn(String(each.properties.DeadLetterConfig?.TargetArn))?.resource === queue.name);
  if (failing !== undefined) return { from: queue.name, to: asyncQueueOf(failing.name) };
  throw new Error(`Nothing that puts dead letters into ${queue.name} could take them back.`);
}

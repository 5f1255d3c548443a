import type { Clock } from './clock.ts';
import type { FunctionErrorRecord } from './lambda/functions.ts';
import type { Logger } from './log.ts';
import type { CaughtMail } from './mail.ts';
import type { Personas } from './personas.ts';
import type { IgnoredResource } from './resource-types.ts';
import type { Template } from './template.ts';

export interface CloudOptions {
  /** Folder that `cdk synth` wrote. @default 'cdk.out' */
  readonly template?: string;
  /** Folder where everything is kept, or `memory` to throw everything away at the end. */
  readonly state: string | 'memory';
  /** Each on loopback; 0 or nothing takes any free one. */
  readonly ports?: {
    readonly http?: number;
    readonly oidc?: number;
    readonly dynamodb?: number;
    readonly sqs?: number;
    readonly events?: number;
    readonly s3?: number;
    /** The page of mails. */
    readonly mail?: number;
  };
  /** Values for the template's parameters. PublicUrl, OidcIssuer and OidcClientId have one here if not given. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** @default the real time */
  readonly clock?: Clock;
  readonly personas?: Personas;
  readonly logger?: Logger;
  /** Use this DynamoDB instead of starting Dynoxide. */
  readonly dynamodbEndpoint?: string;
  /** Lowest level of function logs that is kept. @default each function's own, from the template */
  readonly logLevel?: string;
  /** Events that a function without reserved concurrency works on at a time. @default 10 */
  readonly concurrency?: number;
}

export interface Cloud {
  /** The HTTP API. */
  readonly url: string;
  /** Where a browser sees the mails that were sent. */
  readonly mailUrl: string;
  /** Every mail that was ever sent, oldest first; none of them left this machine. */
  mails(): readonly CaughtMail[];
  readonly endpoints: {
    readonly dynamodb: string;
    readonly sqs: string;
    readonly s3: string;
    readonly events: string;
    readonly oidc: string;
  };
  readonly clock: Clock;
  readonly template: Template;
  /** What of the template has no meaning on one machine and is left out, with the reason. */
  readonly ignored: readonly IgnoredResource[];
  /** The latest failures inside functions, oldest first. */
  readonly functionErrors: readonly FunctionErrorRecord[];
  /** An ID token for that subject, as signing in would give. Any subject will do. */
  tokenFor(sub: string): Promise<string>;
  /**
   * Waits until no function runs, every stream is read to its end and no message is ready: only time could bring more.
   *
   * @param withinMs real time. @default 60,000
   * @throws Error naming what is still busy.
   */
  idle(withinMs?: number): Promise<void>;
  /**
   * Invokes a function by physical name, ARN, logical id or description, and waits for its result.
   *
   * @throws InvocationFailure when it fails.
   */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Loads functions (named as for `invoke`) ahead of their first event, so that nobody waits for it. */
  warm(...names: string[]): Promise<void>;
  /**
   * Physical name of a resource, by its logical id or by an end of it: `LogTable` finds `RecordLogTable6D11F2B3`.
   *
   * @throws Error when there is none or more than one.
   */
  nameOf(logicalId: string): string;
  /**
   * Moves dead letters back where they came from: into the queue, or to the function that failed on them.
   *
   * @param queue the dead-letter queue, or the queue it belongs to, as for `nameOf`.
   * @returns how many.
   * @throws Error when nothing put dead letters there that could take them back.
   */
  redrive(queue: string): Promise<number>;
  /** Messages in a queue, named as for `nameOf`. */
  queueLength(queue: string): { ready: number; delayed: number; inFlight: number };
  /** Lets running functions finish for a moment, then ends everything. */
  stop(): Promise<void>;
}

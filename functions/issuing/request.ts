import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { SignedText } from '../adapters/mailbox-secrets.ts';
import type { IdempotencyKey } from '../api/headers.ts';
import { idFor } from '../api/ids.ts';
import type { Outcome } from '../shell/execute.ts';
import type { SignedUpload } from '../shell/file-access.ts';
import type { RosterLine } from './roster.ts';

/** A checked request, on its way to the use case that issues its command. */
export interface IssueRequest {
  readonly command: string;
  /** Already parsed by the schema of the operation. */
  readonly data: object;
  readonly parameters: Readonly<Record<string, string>>;
  /** Undefined for somebody who has not signed in. */
  readonly person: string | undefined;
  readonly actingSeat: string | undefined;
  readonly key: IdempotencyKey;
  readonly expectedVersion: number | undefined;
  readonly now: Instant;
  readonly correlation: string;
  /** Where the request came from, as far as the gateway knows. */
  readonly address: string | undefined;
  /** `Receipt-Code`, with which a stranger speaks about an opinion of theirs. */
  readonly receipt: string | undefined;
  /** Of an operation that takes a signature in the place of a log-in. */
  readonly signed?: SignedText;
}

/** What a command answers with: the stream's new version, and where the thing stands now. */
export interface Issued {
  readonly id: string;
  readonly version: number;
  /** True when this very request had been executed before. */
  readonly repeated: boolean;
  readonly stage?: string;
  /** Signing secret of a display, shown this once. */
  readonly secret?: string;
  /** The form by which a file is sent. */
  readonly upload?: SignedUpload;
  /** With which whoever left an opinion, or asked for something, follows it. */
  readonly receipt?: string;
  /** What a roster changed, or would change, unit by unit. */
  readonly roster?: readonly RosterLine[];
}

/** Turns a request into a command on its aggregate, and that into a commit. @throws Refusal and changes nothing */
export type Issue = (request: IssueRequest) => Promise<Issued>;

/** Of what the request creates, or of what stands in its path. */
export const idOf = (scope: OrgScope, request: IssueRequest, parameter: string, isNew: boolean): string =>
  isNew ? idFor(scope.organisation, request.key.value) : (request.parameters[parameter] ?? '');

/** The organisation stands in the path, except when it is being set up. */
export const scopeOf = ({ parameters }: IssueRequest, id = parameters.organisation ?? '') => new OrgScope(id);

/**
 * The parts of a command that every kind has. The schema of the operation has made sure that the data is that of the
 * command, which types cannot say here.
 */
export const commandOf = <C>(request: IssueRequest, actor: Actor) => ({
  type: request.command as C extends { type: infer Type } ? Type : never,
  data: request.data as C extends { data: infer Data } ? Data : never,
  actor,
  commandId: request.key.value,
  expectedVersion: request.expectedVersion,
  now: request.now,
  correlation: request.correlation,
});

export const issued = (id: string, { version, repeated }: Outcome<unknown>): Issued => ({
  id,
  version,
  repeated,
});

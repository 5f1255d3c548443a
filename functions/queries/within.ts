import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Reader } from '../../domain/visibility.ts';
import type { Identity } from '../edge/token.ts';

/** A checked request to read something. */
export interface ReadRequest {
  readonly parameters: Readonly<Record<string, string>>;
  /** Already parsed by the schema of the operation. */
  readonly query: object;
  /** Undefined for somebody who has not signed in. */
  readonly identity: Identity | undefined;
  /** Code that came with the request, whatever it is worth. */
  readonly receipt: string | undefined;
  readonly now: Instant;
}

export type Read = (request: ReadRequest) => Promise<object>;

/** Makes a reading of one organisation, by somebody of whom it is known what they are to it. */
export type Within = (
  read: (scope: OrgScope, reader: Reader, request: ReadRequest) => Promise<object>,
) => Read;

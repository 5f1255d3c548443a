import { type PeriodName, quarterOf } from '../../domain/duty/period.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Reader } from '../../domain/visibility.ts';
import type { ReadOperation, ReadTable } from '../api/reads.ts';
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

/** A reading of the API with what answers it. */
export interface AnsweredRead extends ReadOperation {
  readonly method: 'GET';
  readonly answer: Read;
}

/** The readings of a table, each with the use case that answers it. */
export const answered = <T extends ReadTable>(
  table: T,
  answers: Readonly<Record<keyof T, Read>>,
): readonly AnsweredRead[] =>
  Object.entries(table).map(([id, operation]) => ({
    ...operation,
    id,
    method: 'GET',
    answer: answers[id as keyof T],
  }));

/** The quarter that is asked for; the current one when none is. */
export const periodAsked = ({ query, now }: ReadRequest): PeriodName =>
  (query as { period?: PeriodName }).period ?? quarterOf(now).name;

import { createHash } from 'node:crypto';
import type { StreamName } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { ViewRow } from '../adapters/views.ts';

/** An aggregate whose time has come, and the instant at which that was seen. */
export interface DueMessage {
  readonly stream: string;
  readonly at: Instant;
}

const SHARD_COUNT = 8;

/**
 * Partitions of the due index. A refresh that touches a whole country writes about a thousand entries a second, and
 * one partition takes a thousand; eight leave room, and reading eight empty ones costs the clock eight read units.
 */
export const DUE_SHARDS: readonly string[] = Array.from(
  { length: SHARD_COUNT },
  (_, shard) => `DUE#${shard}`,
);

/** Index entry of an aggregate that waits until `due`. */
export function dueEntry(stream: StreamName, due: Instant): { readonly shard: string; readonly at: string } {
  const shard = createHash('sha256').update(stream).digest().readUInt8(0) % SHARD_COUNT;
  return { shard: DUE_SHARDS[shard] as string, at: `${due}#${stream}` };
}

/** The part of a row that says when its aggregate wants to be woken; nothing while it waits for people only. */
export function waiting<S>(
  decider: { nextDue(state: S): Instant | undefined },
  state: S,
  stream: StreamName,
): Pick<ViewRow, 'due'> {
  const due = decider.nextDue(state);
  return due === undefined ? {} : { due: dueEntry(stream, due) };
}

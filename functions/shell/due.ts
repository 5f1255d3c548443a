import { createHash } from 'node:crypto';
import type { StreamName } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';

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

import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import type { Views } from '../adapters/views.ts';
import { DUE_SHARDS } from '../shell/due.ts';

/** The clock runs each minute, so what is an hour late is stuck. */
const STUCK_AFTER_MS = 3_600_000;

/** Counts what should have happened an hour ago and has not: nought proves that nothing falls due unseen. */
export async function countStuck(views: Views, now: Instant): Promise<number> {
  const until = instantOf(epochOf(now) - STUCK_AFTER_MS);
  const counts = await Promise.all(DUE_SHARDS.map((shard) => Array.fromAsync(views.due(shard, until))));
  return counts.reduce((sum, entries) => sum + entries.length, 0);
}

import type { Instant } from '../../domain/kernel/time.ts';
import type { BatchQueue } from '../adapters/batch-queue.ts';
import type { Views } from '../adapters/views.ts';
import { DUE_SHARDS, type DueMessage } from '../shell/due.ts';

/**
 * Hands everything that is due to the due-worker. It also finds what earlier runs missed, since an entry stays in the
 * index until its aggregate has dealt with it. Returns how many were handed over.
 */
export async function wakeWhatIsDue(
  views: Views,
  queue: BatchQueue<DueMessage>,
  now: Instant,
): Promise<number> {
  const counts = await Promise.all(
    DUE_SHARDS.map(async (shard) => {
      let count = 0;
      for await (const { stream } of views.due(shard, now)) {
        await queue.send({ stream, at: now });
        count += 1;
      }
      return count;
    }),
  );
  await queue.flush();
  return counts.reduce((sum, count) => sum + count, 0);
}

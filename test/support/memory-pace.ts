import { intervalMs, turnAt } from '../../domain/display/pace.ts';
import type { OrgScope } from '../../domain/kernel/scope.ts';
import { epochOf, type Instant, instantOf } from '../../domain/kernel/time.ts';
import type { Pace } from '../../functions/adapters/pace.ts';

/** Buckets in memory, as `DynamoPace` keeps them. */
export class MemoryPace implements Pace {
  readonly #fullAt = new Map<string, number>();

  async turn(scope: OrgScope, display: string, perMinute: number, now: Instant): Promise<Instant> {
    const key = `${scope.prefix}${display}`;
    const at = epochOf(now);
    const fullAt = this.#fullAt.get(key) ?? at;
    this.#fullAt.set(key, Math.max(fullAt, at) + intervalMs(perMinute));
    return instantOf(turnAt(fullAt, at, perMinute));
  }
}

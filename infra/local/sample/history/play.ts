import { epochOf, type Instant, instantOf } from '../../../../domain/kernel/time.ts';
import { DynamoViews } from '../../../../functions/adapters/views.ts';
import { DUE_SHARDS } from '../../../../functions/shell/due.ts';
import { localClient } from '../../../operate/connection.ts';
import type { AdvanceOptions } from '../../clock.ts';
import type { Cloud } from '../../cloud.ts';
import { SampleApi } from '../api.ts';
import { eachOf } from '../each-of.ts';
import type { Act } from './act.ts';

/** Longer than from one daily run to the next, and shorter than a quarter: only what opens a quarter keeps its hour. */
const COARSEST_MS = 28 * 86_400_000;
const FOR_EVER: Instant = '9999-12-31T23:59:59.999Z';

/** Daily sums wait each morning; those of the days in between are nobody's to miss. */
const isSum = (stream: string): boolean => stream.includes('#TALLY#');

/** How a cloud passes over months in seconds: from one thing that waits to the next. */
export function hopsOf(cloud: Cloud): AdvanceOptions {
  const views = new DynamoViews(localClient(cloud.endpoints.dynamodb), cloud.nameOf('ViewsTable'));
  const hurried = new Set<string>();
  const firstIn = async (shard: string, after: number): Promise<number | undefined> => {
    for await (const { at, stream } of views.due(shard, FOR_EVER)) {
      if (isSum(stream)) continue;
      if (epochOf(at) > after) return epochOf(at);
      // Written when its time had come already: at the next tick. If it stays all the same, it is stuck, and may.
      if (hurried.has(`${at} ${stream}`)) continue;
      hurried.add(`${at} ${stream}`);
      return after + 1;
    }
    return undefined;
  };
  return {
    coarsest: COARSEST_MS,
    async due(after) {
      const firsts = await Promise.all(DUE_SHARDS.map((shard) => firstIn(shard, after)));
      return firsts.filter((at) => at !== undefined).toSorted((a, b) => a - b)[0];
    },
  };
}

/**
 * Lets people act as they did, each at their time. The clock must be virtual; whatever falls due in between happens.
 * Acts of the past are left out, those of the very instant repeated, which changes nothing.
 *
 * @param onReached told each instant at which somebody is about to act; all that fell due by then has happened
 */
export async function play(
  cloud: Cloud,
  acts: readonly Act[],
  onReached: (at: Instant) => void = () => {},
): Promise<void> {
  const hops = hopsOf(cloud);
  const begun = instantOf(cloud.clock.now());
  const byInstant = Map.groupBy(
    acts.filter(({ at }) => at >= begun),
    ({ at }) => at,
  );
  for (const [at, together] of byInstant) {
    await cloud.clock.advanceTo(at, hops);
    onReached(at);
    // Tokens run out within hours.
    const api = new SampleApi({ url: cloud.url, tokenFor: (sub) => cloud.tokenFor(sub) });
    const organisations = [...Map.groupBy(together, ({ organisation }) => organisation).values()];
    await eachOf(organisations, async (theirs) => {
      // One after the other: many excuses are entered in one ledger.
      for (const { label, as, organisation, path, body } of theirs) {
        await api.send(label, as, 'POST', `/v1/organisations/${organisation}/${path}`, body);
      }
    });
  }
  await cloud.idle();
}

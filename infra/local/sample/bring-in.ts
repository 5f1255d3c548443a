import { type Period, quarterFrom, quarterOf } from '../../../domain/duty/period.ts';
import { dayOf, type Instant, instantOf } from '../../../domain/kernel/time.ts';
import { CatchingUpClock, type Clock, RealClock } from '../clock.ts';
import type { Cloud } from '../cloud.ts';
import { actsOf } from './history/acts.ts';
import { hopsOf, play } from './history/play.ts';
import { loadItems, loadSample, openDistrict } from './load.ts';
import { StageFile } from './stage-file.ts';

interface SampleLoading {
  /** What the cloud has to run by: its history happens at the times at which it is said to have happened. */
  readonly clock: Clock;
  /** Brings in what is missing; nothing after it was all brought in once. */
  bringIn(cloud: Cloud, say: (text: string) => void): Promise<void>;
}

/**
 * The sample district of a state folder, with three quarters of history and what it is disclosing now. The history is
 * no forged record: the very cloud runs through those months on a clock of the past, with its schedules, alerts and
 * mails, while people act over its API; then it goes on with the real time.
 */
export function sampleLoading(folder: string): SampleLoading {
  const file = new StageFile(folder);
  const stage = file.read(instantOf(Date.now()));
  if (stage.stage === 'done') return { clock: new RealClock(), bringIn: async () => {} };
  if (stage.stage === 'items') {
    return {
      clock: new RealClock(),
      async bringIn(cloud, say) {
        await loadSample({ ...doorOf(cloud), onProgress: (done, of) => say(`${done}/${of}`) });
        file.write({ stage: 'done' });
      },
    };
  }
  const clock = new CatchingUpClock(stage.reached);
  return {
    clock,
    async bringIn(cloud, say) {
      file.write(stage);
      await playHistory(cloud, stage.begun, (reached) => {
        file.write({ ...stage, reached });
        say(dayOf(reached));
      });
      await clock.catchUp(hopsOf(cloud));
      file.write({ stage: 'items' });
      await loadItems({ ...doorOf(cloud), onProgress: (done, of) => say(`${done}/${of}`) });
      file.write({ stage: 'done' });
    },
  };
}

async function playHistory(cloud: Cloud, begun: Instant, onReached: (at: Instant) => void): Promise<void> {
  const now = instantOf(Date.now());
  await openDistrict(doorOf(cloud));
  await cloud.idle();
  const acts = actsOf(quartersFrom(begun, now)).filter(({ at }) => at < now);
  await play(cloud, acts, onReached);
}

function quartersFrom(begun: Instant, now: Instant): readonly Period[] {
  const periods = [quarterOf(begun)];
  for (let next = quarterFrom(quarterOf(begun), 1); next.from <= dayOf(now); next = quarterFrom(next, 1)) {
    periods.push(next);
  }
  return periods;
}

const doorOf = (cloud: Cloud) => ({
  url: cloud.url,
  tokenFor: (sub: string) => cloud.tokenFor(sub),
  now: instantOf(cloud.clock.now()),
});

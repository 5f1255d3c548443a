import type { StreamName } from '../../domain/kernel/scope.ts';
import { type Instant, plusDays } from '../../domain/kernel/time.ts';
import type { BatchQueue } from '../../functions/adapters/batch-queue.ts';
import { DynamoLog } from '../../functions/adapters/log.ts';
import { DynamoViews, type ViewRow } from '../../functions/adapters/views.ts';
import { wakeWhatIsDue } from '../../functions/clock/clock.ts';
import { countStuck } from '../../functions/daily-scan/daily-scan.ts';
import { healOpening } from '../../functions/open-period/open-period.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import { dueEntry } from '../../functions/shell/due.ts';
import { countReads } from './count-reads.ts';
import { startEngine } from './engine.ts';
import { Lanes } from './lanes.ts';
import { type Measure, measure } from './measure.ts';
import { OPENING_AT, organisationId, QUARTER, ROOT, superiorOf, treeRow } from './nation.ts';
import { standingRow } from './standings.ts';

const SIZES = [300, 3_000] as const;
const DUE = 100;
/** In the middle of the quarter, before any duty of it falls due soon. */
const NOW: Instant = plusDays(OPENING_AT, 40);

/** What a scan reads with ten times the organisations and the same number of them due (it must not matter). */
export async function scan(): Promise<Measure[]> {
  const [few, many] = [await readsWith(SIZES[0]), await readsWith(SIZES[1])];
  const name = (what: string, size: number) => `scan: ${what}, ${DUE} due of ${size}`;
  return [
    measure(name('clock and daily scan', SIZES[0]), few, 'read units'),
    measure(name('clock and daily scan', SIZES[1]), many, 'read units', {
      ratio: many / few,
      limit: { on: 'ratio', most: 1.1 },
    }),
  ];
}

async function readsWith(organisations: number): Promise<number> {
  const engine = await startEngine();
  try {
    const views = new DynamoViews(engine.client, engine.views);
    const lanes = new Lanes(8);
    for (let count = 0; count < organisations; count += 1) {
      await lanes.start(() => views.put(treeRow(organisationId(count), superiorOf(count))));
      await lanes.start(() => views.put(rowOf(count)));
    }
    await lanes.settled();
    const log = new DynamoLog(engine.client, engine.log);
    const queue: BatchQueue<unknown> = { send: async () => {}, flush: async () => {} };
    const daily = { log, views, queue, district: ROOT };
    // The quarter was opened as planned.
    await healOpening({ ...daily, aggregates: new Aggregates(log) }, OPENING_AT);
    const reads = countReads(engine.client);
    const woken = await wakeWhatIsDue(views, queue, NOW);
    if (woken !== DUE) throw new Error(`${woken} were woken, not ${DUE}`);
    await healOpening({ ...daily, aggregates: new Aggregates(log) }, NOW);
    await countStuck(views, NOW);
    return reads.units;
  } finally {
    await engine.stop();
  }
}

/** The first ones have been due since yesterday, all others wait for the end of the quarter. */
function rowOf(count: number): ViewRow {
  const row = standingRow(superiorOf(count), count, 0);
  const stream = row.due?.at.slice(row.due.at.indexOf('#') + 1);
  if (stream === undefined) throw new Error(`${row.sk} waits for nothing in ${QUARTER.name}`);
  return count < DUE ? { ...row, due: dueEntry(stream as StreamName, plusDays(NOW, -1)) } : row;
}

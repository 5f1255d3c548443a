import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ledgerId } from '../../domain/duty/state.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { BatchQueue } from '../../functions/adapters/batch-queue.ts';
import { DynamoLog } from '../../functions/adapters/log.ts';
import { DynamoViews } from '../../functions/adapters/views.ts';
import { Opening, type OpeningMessage } from '../../functions/open-ledgers/open-ledgers.ts';
import { planOpening } from '../../functions/open-period/open-period.ts';
import { projectionsOver } from '../../functions/projector/projections.ts';
import { Projector } from '../../functions/projector/projector.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import { Ledgers } from '../../functions/shell/ledgers.ts';
import { BarePuts, SampledLog } from './bare-puts.ts';
import { countPuts, type Put } from './count-puts.ts';
import { countReads, type Reads } from './count-reads.ts';
import { type BenchEngine, startEngine } from './engine.ts';
import { Lanes } from './lanes.ts';
import { type Measure, measure } from './measure.ts';
import { OPENING_AT, organisationId, QUARTER, ROOT, settleNation } from './nation.ts';

const SIZES = [1_000, 10_000];
const LONG_SIZES = [...SIZES, 100_000];
const WARM_UP = 1_000;
const WORKERS = 4;
/** After so many messages some of the commits are put again as they are. */
const MESSAGES_BETWEEN = 25;
/** The issue's: of the record, and of the views with their indexes. */
const UNITS = { on: 'value', most: 4 } as const;

/**
 * Megabytes, however many organisations there are: each of the workers keeps at most 500 aggregates. A thousand
 * organisations do not fill that, so the smallest run is no measure for the others.
 */
const HELD = { on: 'value', most: 16 } as const;

interface Run {
  readonly organisations: number;
  readonly record: number;
  readonly views: number;
  readonly readCalls: number;
  readonly readUnits: number;
  readonly projectorReadUnits: number;
  /** Organisations a second, and bare puts of the same commits. */
  readonly rate: number;
  readonly bareRate: number;
  /** Bytes that planner and workers hold when they are done. */
  readonly heap: number;
}

/** The quarterly refresh at sizes ten times apart; with `long` up to 100,000 organisations, which takes minutes. */
export async function refresh(long = false): Promise<Measure[]> {
  const runs: Run[] = [];
  // The first run of a process holds a third less than the same run again, so it would make the others look fat.
  await refreshOf(WARM_UP);
  for (const size of long ? LONG_SIZES : SIZES) runs.push(await refreshOf(size));
  const [first] = runs as [Run];
  return runs.flatMap((run) => measuresOf(run, first));
}

async function refreshOf(organisations: number): Promise<Run> {
  const engine = await startEngine();
  try {
    await settleNation(engine, organisations);
    const puts = countPuts(engine.client);
    const reads = countReads(engine.client);
    const opened = await open(engine, { puts, reads });
    const projected = await project(engine, organisations, { puts, reads });
    return {
      organisations,
      record: opened.units / organisations,
      readCalls: opened.readCalls / organisations,
      readUnits: opened.readUnits / organisations,
      heap: opened.heap,
      rate: (organisations * 1_000) / opened.ms,
      bareRate: 1_000 / opened.msOfBarePut,
      views: projected.units / organisations,
      projectorReadUnits: projected.readUnits / organisations,
    };
  } finally {
    await engine.stop();
  }
}

interface Counts {
  readonly puts: Put[];
  readonly reads: Reads;
}

/**
 * Planner and workers as the template has them; a message is handed over at once, so no queue grows in between. Now and
 * then they rest while some of their commits are put again, so that whatever else the machine does meets both.
 */
async function open(engine: BenchEngine, { puts, reads }: Counts) {
  const log = new SampledLog(new DynamoLog(engine.client, engine.log));
  const bare = new BarePuts(new DynamoLog(engine.client, await engine.streamedTable('Bare')), WORKERS);
  const workers = Array.from({ length: WORKERS }, () => {
    const aggregates = new Aggregates(log);
    return new Opening(log, aggregates, new Ledgers(log, aggregates, ROOT));
  });
  const lanes = new Lanes(WORKERS);
  let [messages, units] = [0, 0];
  const unitsSoFar = () => unitsOf(puts.splice(0).filter(({ table }) => table === engine.log));
  const queue: BatchQueue<OpeningMessage> = {
    async send(message) {
      const worker = workers[messages % WORKERS] as Opening;
      messages += 1;
      await lanes.start(() => worker.open(message));
      if (messages % MESSAGES_BETWEEN !== 0) return;
      await lanes.settled();
      units += unitsSoFar();
      await bare.put(log.sample);
    },
    flush: () => lanes.settled(),
  };
  const before = heapUsed();
  const planner = {
    log,
    aggregates: new Aggregates(log),
    views: new DynamoViews(engine.client, engine.views),
  };
  Object.assign(reads, { calls: 0, units: 0 });
  const start = performance.now();
  await planOpening({ ...planner, queue, district: ROOT }, OPENING_AT);
  const ms = performance.now() - start - bare.ms;
  units += unitsSoFar();
  const heap = heapUsed() - before;
  if (workers.length === 0) throw new Error('the workers must live until their memory was looked at');
  return {
    units,
    ms,
    heap,
    readCalls: reads.calls,
    readUnits: reads.units,
    msOfBarePut: bare.ms / bare.count,
  };
}

/** What the openings cost in the views: the standing of each organisation, with the entry that wakes it. */
async function project(
  { client, log: table, views }: BenchEngine,
  organisations: number,
  { puts, reads }: Counts,
) {
  const aggregates = new Aggregates(new DynamoLog(client, table));
  const projector = new Projector(
    aggregates,
    new DynamoViews(client, views),
    projectionsOver(aggregates, ROOT),
  );
  const lanes = new Lanes(WORKERS);
  let units = 0;
  Object.assign(reads, { calls: 0, units: 0 });
  for (let count = 0; count < organisations; count += 1) {
    const stream = new OrgScope(organisationId(count)).stream('LEDGER', ledgerId(QUARTER.name));
    await lanes.start(() => projector.project({ stream, streamVersion: 1 }));
    units += unitsOf(puts.splice(0));
  }
  await lanes.settled();
  units += unitsOf(puts.splice(0));
  return { units, readUnits: reads.units };
}

const unitsOf = (puts: readonly Put[]): number =>
  puts.reduce((sum, { base, indexes }) => sum + base + Object.values(indexes).reduce((a, b) => a + b, 0), 0);

const collectGarbage: () => void = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function measuresOf(run: Run, first: Run): Measure[] {
  const name = (what: string) => `refresh: ${what}, ${run.organisations} organisations`;
  const perOrganisation = 'a unit';
  return [
    measure(name('record'), run.record, 'write units', { limit: UNITS }),
    measure(name('views with indexes'), run.views, 'write units', { limit: UNITS }),
    measure(name('reads of workers'), run.readUnits, 'read units'),
    measure(name('read calls of workers'), run.readCalls, perOrganisation),
    measure(name('reads of the projector'), run.projectorReadUnits, 'read units'),
    measure(name('write units against the smallest run'), run.record + run.views, 'write units', {
      ratio: (run.record + run.views) / (first.record + first.views),
      limit: { on: 'ratio', most: 1.01 },
    }),
    measure(name('held by planner and workers'), run.heap / 1e6, 'MB', { limit: HELD }),
    measure(name('bare conditional puts'), run.bareRate, 'a second'),
    measure(name('opened / bare puts'), run.rate, 'a second', { ratio: run.rate / run.bareRate }),
  ];
}

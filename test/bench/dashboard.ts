import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { jsx } from 'hono/jsx';
import { calendarOf } from '../../domain/calendar/working-days.ts';
import { quarterFrom } from '../../domain/duty/period.ts';
import { countsOn, type Standing } from '../../domain/duty/standing.ts';
import { sumOf } from '../../domain/duty/tally.ts';
import { dayOf, type Instant } from '../../domain/kernel/time.ts';
import { DynamoViews } from '../../functions/adapters/views.ts';
import { overviewOf } from '../../functions/shell/reading/duty-overview.ts';
import { type PeriodView, periodUnder } from '../../functions/shell/tallies.ts';
import { dutiesKey, tallySort } from '../../functions/shell/view-keys.ts';
import type { OverviewProps } from '../../functions/site/pages/duties/overview.tsx';
import { scratchBeside } from '../../infra/folders.ts';
import { countReads } from './count-reads.ts';
import { startEngine } from './engine.ts';
import { Lanes } from './lanes.ts';
import { type Measure, measure, median } from './measure.ts';
import { QUARTER, ROWS } from './nation.ts';
import { standingRow } from './standings.ts';

const SCHOOLS = 300;
const DISTRICT = 'chengjiang';
/** The quarter is over and nobody has caught up: as much to show as there can be. */
const NOW: Instant = '2027-01-06T01:00:00.000Z';
const ROUNDS = 30;
const WARM_UP = 10;

/** The district's dashboard: what it reads, how long the page is, and what rendering it takes. */
export async function dashboard(): Promise<Measure[]> {
  const { view, calls, units } = await readView();
  const page = await loadPage();
  const html = renderPage(page, view);
  const times = Array.from({ length: WARM_UP + ROUNDS }, () => ({
    ours: timeOf(() => renderPage(page, view)),
    bare: timeOf(() => renderBare(html)),
  })).slice(WARM_UP);
  const name = (what: string) => `dashboard: ${what}, ${SCHOOLS} schools`;
  return [
    measure(name('queries of the views'), calls, 'calls', { limit: { on: 'value', most: 1 } }),
    measure(name('reads of the views'), units, 'read units', { limit: { on: 'value', most: 60 } }),
    measure(name('HTML'), Buffer.byteLength(html), 'bytes', { limit: { on: 'value', most: 150_000 } }),
    measure(name('bare table of the same bytes'), median(times.map(({ bare }) => bare)), 'ms'),
    measure(name('overview and page / bare table'), median(times.map(({ ours }) => ours)), 'ms', {
      ratio: median(times.map(({ ours, bare }) => ours / bare)),
    }),
  ];
}

async function readView() {
  const engine = await startEngine();
  try {
    const views = new DynamoViews(engine.client, engine.views);
    const rows = Array.from({ length: SCHOOLS }, (_, count) =>
      standingRow(DISTRICT, count, count % (ROWS.length + 1)),
    );
    const lanes = new Lanes(8);
    for (const row of rows) await lanes.start(() => views.put(row));
    await lanes.settled();
    await views.put(tallyOf(rows.map(({ card }) => card as Standing)));
    const reads = countReads(engine.client);
    const view = await periodUnder(views, DISTRICT, QUARTER.name);
    if (view.parts.length !== SCHOOLS) throw new Error(`${view.parts.length} schools were found`);
    return { view, ...reads };
  } finally {
    await engine.stop();
  }
}

/** The district's own sum, with a trend of eleven periods. */
function tallyOf(standings: readonly Standing[]) {
  const standing = sumOf(standings, { id: DISTRICT, name: '澄江区', period: QUARTER.name });
  const counts = countsOn(dayOf(NOW), standing.soon, Object.values(standing.classes));
  const trend = Array.from({ length: 11 }, (_, back) => ({
    period: quarterFrom(QUARTER, back - 11).name,
    units: SCHOOLS,
    ...counts,
  }));
  return {
    pk: dutiesKey(DISTRICT),
    sk: tallySort(QUARTER.name),
    version: 1,
    card: { standing, trend, takenAt: NOW },
  };
}

type Page = (props: OverviewProps) => { toString(): string };

/** The page as the site has it; Node runs no JSX. */
async function loadPage(): Promise<Page> {
  const scratch = scratchBeside('dist/bench');
  try {
    const outfile = join(scratch, 'overview.mjs');
    await build({
      entryPoints: ['functions/site/pages/duties/overview.tsx'],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      outfile,
    });
    return (await import(pathToFileURL(outfile).href)).OverviewPage;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const CALENDAR = calendarOf({});

function renderPage(page: Page, view: PeriodView): string {
  return page({
    frame: {
      preferences: { size: 'standard', contrast: false },
      here: `/desk/o/${DISTRICT}/overview`,
      district: '澄江区教育党工委',
      person: { name: '邱岚' },
      organisation: { id: DISTRICT, name: '澄江区教育党工委', kind: '党委', official: true, leads: true },
    },
    now: NOW,
    organisation: DISTRICT,
    overview: overviewOf(view, QUARTER.name, dayOf(NOW), CALENDAR),
    backlog: [],
    problems: { open: 0, overdue: 0 },
    screens: [],
    filter: {},
    periods: [QUARTER.name],
    all: false,
  }).toString();
}

const COLUMNS = 14;

/** As many bytes in as many cells, with nothing to find out for any of them. */
function renderBare(html: string): void {
  const text = 'x'.repeat(Math.floor(Buffer.byteLength(html) / (SCHOOLS * COLUMNS)) - '<td></td>'.length);
  const rows = Array.from({ length: SCHOOLS }, () => {
    const cells = Array.from({ length: COLUMNS }, () => jsx('td', {}, text));
    return jsx('tr', {}, ...cells);
  });
  jsx('table', {}, ...rows).toString();
}

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

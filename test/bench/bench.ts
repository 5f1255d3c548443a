import { parseArgs } from 'node:util';
import { boardReads } from './boards.ts';
import { bundles } from './bundles.ts';
import { dashboard } from './dashboard.ts';
import { deliveryRate, sickDisplays } from './deliveries.ts';
import { coldInstall } from './install.ts';
import { latency } from './latency.ts';
import { ledgerLife } from './ledger-life.ts';
import { HEADER, type Measure, rowOf } from './measure.ts';
import { refresh } from './refresh.ts';
import { scan } from './scan.ts';
import { screenPage } from './screen-page.ts';
import { commandThroughput } from './throughput.ts';
import { writeUnits } from './units.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Also installs everything anew, from the registry: that takes a minute or more. */
    install: { type: 'boolean', default: false },
    /** Also opens a quarter of 100,000 organisations: that takes tens of minutes. */
    long: { type: 'boolean', default: false },
  },
});

const MEASURES: readonly (() => Promise<readonly Measure[]>)[] = [
  writeUnits,
  ledgerLife,
  () => refresh(values.long),
  scan,
  dashboard,
  commandThroughput,
  latency,
  boardReads,
  screenPage,
  deliveryRate,
  sickDisplays,
  bundles,
  ...(values.install ? [coldInstall] : []),
];

if (!values.json) console.log(HEADER);
let broken = 0;
for (const run of MEASURES) {
  for (const measured of await run()) {
    console.log(values.json ? JSON.stringify(measured) : rowOf(measured));
    if (!measured.ok) broken += 1;
  }
}
if (broken > 0) {
  console.error(`${broken} limits missed`);
  process.exitCode = 1;
}

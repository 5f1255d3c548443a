import { ledgerId } from '../../domain/duty/state.ts';
import type { Actor } from '../../domain/kernel/decider.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { type Instant, plusDays } from '../../domain/kernel/time.ts';
import { DynamoLog } from '../../functions/adapters/log.ts';
import { DynamoViews } from '../../functions/adapters/views.ts';
import { projectionsOver } from '../../functions/projector/projections.ts';
import { Projector } from '../../functions/projector/projector.ts';
import { Aggregates } from '../../functions/shell/aggregates.ts';
import { Ledgers } from '../../functions/shell/ledgers.ts';
import { countPuts } from './count-puts.ts';
import { startEngine } from './engine.ts';
import { type Measure, measure } from './measure.ts';
import { OPENING_AT, organisationId, QUARTER, ROOT, ROWS, settleNation } from './nation.ts';

const ACTOR: Actor = { kind: 'system', name: 'bench' };
const scope = new OrgScope(organisationId(0));
const stream = scope.stream('LEDGER', ledgerId(QUARTER.name));
/** Half of the rows are disclosed in time, for the others the whole ladder is climbed. */
const DISCLOSED = ROWS.length / 2;
/** Past the last step of the ladder. */
const DAYS_OF_LADDER = 120;

/** What a quarter writes after it was opened: its disclosures, and the alerts of a school that is late. */
export async function ledgerLife(): Promise<Measure[]> {
  const engine = await startEngine();
  try {
    await settleNation(engine, 1);
    const log = new DynamoLog(engine.client, engine.log);
    const ledgers = new Ledgers(log, new Aggregates(log), ROOT);
    const reader = new Aggregates(log);
    const projector = new Projector(
      reader,
      new DynamoViews(engine.client, engine.views),
      projectionsOver(reader, ROOT),
    );
    const occasion = (now: Instant) => ({ now, actor: ACTOR, commandId: now, correlation: now });
    await ledgers.open(scope, QUARTER, occasion(OPENING_AT));
    await projector.project({ stream, streamVersion: 1 });
    const puts = countPuts(engine.client);
    const spent = { disclosures: 0, alerts: 0 };
    const settle = async (what: keyof typeof spent, version: number) => {
      await projector.project({ stream, streamVersion: version });
      for (const { base, indexes } of puts.splice(0))
        spent[what] += base + Object.values(indexes).reduce((sum, units) => sum + units, 0);
    };
    for (const [index, { id }] of ROWS.slice(0, DISCLOSED).entries()) {
      const now = plusDays(OPENING_AT, index + 1);
      const data = { row: id, item: `i-${index}`, on: now.slice(0, 10), forms: ['公示栏'], exception: false };
      const request = { ...occasion(now), type: 'RecordDisclosure', data } as const;
      await settle('disclosures', (await ledgers.issue(scope, QUARTER.name, request)).version);
    }
    let alerts = 0;
    for (let day = 0; day < DAYS_OF_LADDER; day += 1) {
      // Half past eight in the morning, when alerts are due.
      const now = plusDays('2026-10-01T00:30:00.000Z', day);
      const request = { ...occasion(now), type: 'TimePassed', data: {} } as const;
      const { events, version } = await ledgers.issue(scope, QUARTER.name, request);
      if (events.length > 0) alerts += 1;
      await settle('alerts', version);
    }
    return [
      measure('ledger: a disclosure, record and views', spent.disclosures / DISCLOSED, 'write units'),
      measure('ledger: commits of a whole ladder and the closing', alerts, 'commits'),
      measure('ledger: such a commit, record and views', spent.alerts / alerts, 'write units'),
    ];
  } finally {
    await engine.stop();
  }
}

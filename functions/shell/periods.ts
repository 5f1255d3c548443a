import { periodDecider, quarterOf } from '../../domain/duty/period.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import type { Log } from '../adapters/log.ts';
import type { Aggregates } from './aggregates.ts';
import { execute } from './execute.ts';

/** Opens the quarter of `now` for the district, unless it is open. Called every quarter, and every day in case that failed. */
export async function openQuarter(
  deps: { readonly log: Log; readonly aggregates: Aggregates },
  district: string,
  now: Instant,
  by: string,
): Promise<void> {
  const period = quarterOf(now);
  const run = `open-${period.name.toLowerCase()}`;
  await execute(deps, periodDecider, {
    stream: new OrgScope(district).stream('PERIOD', period.name.toLowerCase()),
    type: 'OpenPeriod',
    data: period,
    now,
    actor: { kind: 'system', name: by },
    commandId: run,
    correlation: run,
    facts: async () => undefined,
  });
}

import type { PeriodName } from '../../../domain/duty/period.ts';
import { type LedgerState, ledgerHistory, ledgerId } from '../../../domain/duty/state.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import type { Aggregates, Loaded } from '../aggregates.ts';

/** The ledger as it is now, to be read and not decided on. */
export const ledgerNow = (
  aggregates: Aggregates,
  scope: OrgScope,
  period: PeriodName,
): Promise<Loaded<LedgerState>> => aggregates.load(scope.stream('LEDGER', ledgerId(period)), ledgerHistory);

import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { type Duty, type DutyStatus, daysLate } from '../../../domain/duty/duty.ts';
import type { PeriodName } from '../../../domain/duty/period.ts';
import { refuse as refuseDuty } from '../../../domain/duty/refusals.ts';
import type { Ledger } from '../../../domain/duty/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import type { Reader } from '../../../domain/visibility.ts';
import type { Aggregates } from '../aggregates.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import type { Tenancy } from '../tenancy.ts';
import { type DutyLine, lineOf } from './duty-line.ts';
import { ledgerNow } from './ledger-now.ts';
import { ledgerRows } from './ledger-rows.ts';
import { mayFollow } from './may-follow.ts';

/** A duty of the ledger, whether or not its row is still in the catalogue. */
export interface LedgerDuty extends DutyLine {
  readonly row: string | undefined;
  readonly rowName: string | undefined;
  /** Days from what happened to its disclosure; only of an occurrence that has been disclosed (HZ-24). */
  readonly lagDays: number | undefined;
  /** The highest step of the ladder that was spoken of. */
  readonly alerted: string | undefined;
  readonly snoozedUntil: Day | undefined;
}

/** 公开义务台账 in full, as it stands on a day. */
export interface LedgerReading {
  readonly period: PeriodName;
  readonly from: Day;
  readonly until: Day;
  readonly today: Day;
  readonly streamVersion: number;
  /** Earlier periods with duties still open, oldest first. */
  readonly arrears: readonly PeriodName[];
  readonly counts: Readonly<Partial<Record<DutyStatus, number>>>;
  /** What is due first comes first. */
  readonly duties: readonly LedgerDuty[];
}

/**
 * For those who work in the organisation and whoever holds a seat in its superior.
 * @throws Refusal `not-found` for others; `period-not-open`
 */
export async function ledgerReading(
  { aggregates, tenancy }: { readonly aggregates: Aggregates; readonly tenancy: Tenancy },
  scope: OrgScope,
  reader: Reader,
  period: PeriodName,
  now: Instant,
): Promise<LedgerReading> {
  const tenants = await tenancy.tenants(scope);
  if (!mayFollow(tenants, scope, reader, now)) refuse('not-found');
  const [{ state: rows }, { state, version }] = await Promise.all([
    loadCatalogue(aggregates, scope),
    ledgerNow(aggregates, scope, period),
  ]);
  const ledger = state ?? refuseDuty('period-not-open', { period });
  const today = dayOf(now);
  const names = new Map(ledgerRows(rows, ledger).map(({ id, row }) => [id, row && nameOf(row)]));
  const duties = Object.values(ledger.duties)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map((duty) => ({
      ...lineOf(duty, ledger, tenants, today),
      ...kept(duty, ledger),
      rowName: duty.row === undefined ? undefined : names.get(duty.row),
    }));
  return {
    period,
    from: ledger.period.from,
    until: ledger.period.until,
    today,
    streamVersion: version,
    arrears: ledger.arrears,
    counts: countEach(duties.map(({ status }) => status)),
    duties,
  };
}

const kept = (duty: Duty, { steps }: Ledger): Omit<LedgerDuty, keyof DutyLine | 'rowName'> => ({
  row: duty.row,
  lagDays: duty.kind === 'occurrence' && duty.met ? daysLate(duty.from, duty.met.on) : undefined,
  alerted: steps[duty.step],
  snoozedUntil: duty.snoozedUntil,
});

function countEach(statuses: readonly DutyStatus[]): LedgerReading['counts'] {
  const counts: Partial<Record<DutyStatus, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

import type { PeriodName } from '../../../domain/duty/period.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Report } from '../../../domain/report/state.ts';
import { mayWork, type Reader } from '../../../domain/visibility.ts';
import type { Views } from '../../adapters/views.ts';
import { reportSort, reportsKey } from '../view-keys.ts';
import { rowsUnder } from './rows.ts';

/** A report, and whose it is. */
export interface ReportReading extends Report {
  readonly organisation: OrganisationId;
}

export interface ReportsReading {
  /** Those that the organisation sent, last period first. */
  readonly sent: readonly ReportReading[];
  /** Those of the period that came from right below. */
  readonly received: readonly ReportReading[];
}

/** Nobody has more units right below. */
const MOST_REPORTS = 1000;

/** @throws Refusal `not-found` for who does not work there */
export async function reportsOf(
  views: Pick<Views, 'list' | 'listIndex'>,
  scope: OrgScope,
  reader: Reader,
  period: PeriodName,
): Promise<ReportsReading> {
  if (!mayWork(reader, scope.organisation)) refuse('not-found');
  const prefix = reportSort(period, '');
  const [sent, received] = await Promise.all([
    Array.fromAsync(rowsUnder(views, scope.partition('REPORT')), ({ card }) => card as ReportReading),
    views.listIndex('board', reportsKey(scope.organisation), { limit: MOST_REPORTS, prefix }),
  ]);
  return { sent: sent.toReversed(), received: received.rows.map(({ card }) => card as ReportReading) };
}

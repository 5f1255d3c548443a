import { periodTitle } from '../../../domain/duty/period.ts';
import type { Errand } from '../../../domain/item/waits.ts';
import { type OrganisationId, OrgScope } from '../../../domain/kernel/scope.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import { reportId } from '../../../domain/report/state.ts';
import { type REPORT_TASKS, reportDue } from '../../../domain/report/tasks.ts';
import type { Views } from '../../adapters/views.ts';
import type { Tenants } from '../tenancy.ts';

/** A report upward that has not been sent, as work for the office. */
export interface ReportDue {
  /** Its quarter. */
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly report: string;
  readonly waits: readonly Errand<keyof typeof REPORT_TASKS>[];
}

/** One row is looked at, and none for whoever does not send it (XH-24). */
export async function reportDueFor(
  views: Pick<Views, 'get'>,
  id: OrganisationId,
  { organisation, superior }: Tenants,
  person: string,
  now: Instant,
): Promise<readonly ReportDue[]> {
  const due = reportDue(organisation, superior, now);
  if (!due || !holders(organisation, organisation.policy.proposers, now).has(person)) return [];
  const { period, since } = due;
  if (await views.get(new OrgScope(id).partition('REPORT'), reportId(period.name))) return [];
  const report = `${periodTitle(period.name)}意见建议情况报告`;
  return [{ id: period.name, organisation: id, report, waits: [{ kind: 'send-report', since }] }];
}

import { type Period, quarterFrom, quarterOf } from '../duty/period.ts';
import { addDays, type Instant, startOfDay } from '../kernel/time.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { reportSpan } from './report.ts';

export const REPORT_TASKS = { 'send-report': '报送情况报告' } as const;

/**
 * The report upward whose time was over last: its quarter, and when it could first be sent. Undefined where nobody
 * stands above, or where the organisation was set up only after that time.
 */
export function reportDue(
  { since }: Pick<Organisation, 'since'>,
  superior: Pick<Organisation, 'policy'> | undefined,
  now: Instant,
): { readonly period: Period; readonly since: Instant } | undefined {
  if (!superior) return undefined;
  const [last, before] = [-1, -2].map((count) => quarterFrom(quarterOf(now), count)) as [Period, Period];
  const period = reportSpan(last, superior.policy) ? last : before;
  return since > period.until ? undefined : { period, since: startOfDay(addDays(period.until, 1)) };
}

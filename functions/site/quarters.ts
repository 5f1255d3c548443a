import { type PeriodName, quarterFrom, quarterOf } from '../../domain/duty/period.ts';
import { isPeriod } from '../api/periods.ts';
import type { SiteContext } from './services.ts';

/**
 * The quarter that a page is asked for, the current one if none, and those to choose from.
 * @param count of the recent quarters that can be chosen; any other can be asked for by its name
 */
export function quarterAsked(
  c: SiteContext,
  count: number,
): { readonly period: PeriodName; readonly periods: readonly PeriodName[] } {
  const current = quarterOf(c.var.now);
  const asked = c.req.query('period') ?? '';
  const period = isPeriod(asked) ? asked : current.name;
  const recent = Array.from({ length: count }, (_, back) => quarterFrom(current, -back).name);
  return { period, periods: [...new Set([...recent, period])] };
}

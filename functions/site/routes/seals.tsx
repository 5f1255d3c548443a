import { Hono } from 'hono';
import { type PeriodName, quarterFrom, quarterOf } from '../../../domain/duty/period.ts';
import { isPeriod } from '../../api/periods.ts';
import { placeOf } from '../frames.ts';
import { SealsPage } from '../pages/seals.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Quarters that can be chosen: three years. Any other can be asked for by its name. */
const PERIODS = 12;

/** The daily seals, for anybody to print and keep. */
export function sealRoutes(services: SiteServices): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/seals', async (c) => {
    const { frame, scope, organisation, superior } = await placeOf(c, services);
    const { period, periods } = periodFrom(c);
    const { seals } = await services.readings.seals(scope, period);
    return c.html(
      <SealsPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        superior={superior && { id: organisation.superior ?? '', name: superior.name }}
        asOf={c.var.now}
        period={period}
        periods={periods}
        seals={seals}
      />,
    );
  });

  return routes;
}

function periodFrom(c: SiteContext): { period: PeriodName; periods: readonly PeriodName[] } {
  const current = quarterOf(c.var.now);
  const asked = c.req.query('period') ?? '';
  const period = isPeriod(asked) ? asked : current.name;
  const recent = Array.from({ length: PERIODS }, (_, back) => quarterFrom(current, -back).name);
  return { period, periods: [...new Set([...recent, period])] };
}

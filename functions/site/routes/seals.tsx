import { Hono } from 'hono';
import { placeOf } from '../frames.ts';
import { SealsPage } from '../pages/seals.tsx';
import { quarterAsked } from '../quarters.ts';
import type { SiteEnv, SiteServices } from '../services.ts';

/** Quarters that can be chosen: three years. Any other can be asked for by its name. */
const PERIODS = 12;

/** The daily seals, for anybody to print and keep. */
export function sealRoutes(services: SiteServices): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/seals', async (c) => {
    const { frame, scope, organisation, superior } = await placeOf(c, services);
    const { period, periods } = quarterAsked(c, PERIODS);
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

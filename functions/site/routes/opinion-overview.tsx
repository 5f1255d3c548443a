import { Hono } from 'hono';
import { deskOf } from '../frames.ts';
import { OpinionOverviewPage } from '../pages/opinion-overview.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

/** 意见建议办理情况, for those who work there. */
export function opinionOverviewRoutes(services: SiteServices): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.get('/o/:org/opinions/overview', async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    return c.html(
      <OpinionOverviewPage
        frame={frame}
        now={c.var.now}
        organisation={scope.organisation}
        overview={await services.readings.opinions.overview(scope, reader, c.var.now)}
      />,
    );
  });
  return routes;
}

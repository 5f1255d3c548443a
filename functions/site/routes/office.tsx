import { Hono } from 'hono';
import { deskOf } from '../frames.ts';
import { OfficePage } from '../pages/office.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

export function officeRoutes(services: SiteServices): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();
  routes.get('/desk/o/:org', async (c) => {
    const { frame, scope, organisation } = await deskOf(c, services);
    return c.html(
      <OfficePage frame={frame} organisation={{ id: scope.organisation, name: organisation.name }} />,
    );
  });
  return routes;
}

import { Hono } from 'hono';
import { deskOf } from '../frames.ts';
import { DisplayDeskPage } from '../pages/display-desk.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

/** Deliveries that are shown of each display; the API has them all. */
const RECENT = 5;

/** The screens of an organisation, for those who look after them. */
export function displayDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();

  routes.get('/desk/o/:org/displays', async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const displays = await readings.displays.all(scope, reader);
    const screens = displays.map(async (display) => ({
      display,
      ...(await readings.displays.deliveries(scope, display.id, reader, { limit: RECENT })),
    }));
    return c.html(
      <DisplayDeskPage
        frame={frame}
        now={c.var.now}
        organisation={scope.organisation}
        screens={await Promise.all(screens)}
      />,
    );
  });

  return routes;
}

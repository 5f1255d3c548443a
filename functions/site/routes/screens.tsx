import { Hono } from 'hono';
import { deskOf } from '../frames.ts';
import { ScreensPage } from '../pages/screens.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

/** Whether the screens on the walls are on: one's own, and those of everybody below. */
export function screenRoutes(services: SiteServices): Hono<SiteEnv> {
  const routes = new Hono<SiteEnv>();

  routes.get('/desk/o/:org/screens', async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const [lines, displays] = await Promise.all([
      services.readings.displays.screens(scope, reader, c.var.now),
      services.readings.displays.all(scope, reader),
    ]);
    const heard = new Set(lines.map(({ organisation, display }) => `${organisation} ${display}`));
    const unheard = displays.filter(
      ({ id, active, receiver }) => active && !receiver && !heard.has(`${scope.organisation} ${id}`),
    );
    return c.html(
      <ScreensPage
        frame={frame}
        now={c.var.now}
        organisation={scope.organisation}
        lines={lines}
        unheard={unheard}
      />,
    );
  });

  return routes;
}

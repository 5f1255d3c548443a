import { Hono } from 'hono';
import { viewsFor, viewsOf } from '../../../domain/catalogue/suited-views.ts';
import { placeOf } from '../frames.ts';
import { CataloguePage, isRowState } from '../pages/catalogue.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

/** The full picture: every row of the catalogue with its state. What it holds depends on who asks. */
export function catalogueRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/catalogue', async (c) => {
    const place = await placeOf(c, services);
    const { scope, organisation, reader, frame } = place;
    const [rows, { template }] = await Promise.all([
      readings.catalogue(scope, reader),
      readings.catalogues.state(scope),
    ]);
    const state = c.req.query('state') ?? '';
    return c.html(
      <CataloguePage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        title={template?.title ?? '尚未采用上级下发的公开目录'}
        asOf={c.var.now}
        rows={rows}
        state={isRowState(state) ? state : undefined}
        tag={c.req.query('tag') ?? ''}
        views={viewsOf(
          viewsFor(organisation),
          rows.map(({ row }) => row),
        )}
        mayPropose={frame.organisation?.official ?? false}
      />,
    );
  });

  return routes;
}

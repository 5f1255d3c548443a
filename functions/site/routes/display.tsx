import { type Context, Hono } from 'hono';
import { standingBefore } from '../../../domain/display/notice.ts';
import type { HttpEnv } from '../../edge/http.ts';
import { etagOf } from '../conditional.ts';
import { feedOf, tagOf } from '../feeds.ts';
import { type Outlet, Outlets } from '../outlets.ts';
import { DisplayPage, type Slide } from '../pages/display.tsx';
import type { SiteServices } from '../services.ts';

/**
 * Screens on the wall, without a session: what hangs in the street is what everybody may see. A registered screen
 * narrows it to its classes and rows; one that shows more, for the staff room, brings its token.
 */
export function displayRoutes(services: SiteServices): Hono<HttpEnv> {
  const { readings, settings } = services;
  const routes = new Hono<HttpEnv>();
  const outlets = new Outlets(services);

  for (const path of ['/display/:org', '/display/:org/:display']) {
    routes.get(path, async (c) => {
      const outlet = await outlets.outletOf(c);
      const { scope, organisation, display, viewpoint } = outlet;
      const etag = tagOf('items.json', feedOf(outlet, 'items.json', c.req.path, settings.publicUrl));
      headers(c, etagOf(['page', etag]), viewpoint.audience === 'public');
      return c.html(
        <DisplayPage
          organisation={{ ...organisation, id: scope.organisation }}
          name={display && `${display.name}（${display.place}）`}
          now={c.var.now}
          slides={await slidesOf(outlet)}
          feed={`${c.req.path}/items.json${new URL(c.req.url).search}`}
          etag={etag}
        />,
      );
    });
  }
  return routes;

  /** What vanished between the list and the reading of it is left out. */
  async function slidesOf({ scope, viewpoint, shown }: Outlet): Promise<readonly Slide[]> {
    const reader = standingBefore(viewpoint.audience, scope.organisation);
    const found = await Promise.all(
      shown.map(async ({ id }): Promise<Slide | undefined> => {
        const reading = await readings.item(scope, id, reader).catch(() => undefined);
        const url = `${settings.publicUrl}/o/${scope.organisation}/items/${id}`;
        return reading?.shown && { id, shown: reading.shown, url };
      }),
    );
    return found.filter((slide) => slide !== undefined);
  }
}

function headers(c: Context<HttpEnv>, etag: string, isPublic: boolean): void {
  c.header('ETag', etag);
  // Asked for again each time: what was withdrawn has to be gone at the next poll.
  c.header('Cache-Control', isPublic ? 'public, no-cache' : 'private, no-cache');
  c.header('Gongkai-As-Of', c.var.now);
}

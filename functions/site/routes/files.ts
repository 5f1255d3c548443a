import { type Context, Hono } from 'hono';
import type { HttpEnv } from '../../edge/http.ts';
import { etagOf, isFresh } from '../conditional.ts';
import { idFrom, placeOf } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Seconds for which a small picture of what everybody may see is kept. Short: a withdrawn item has to go. */
const PUBLIC_SECONDS = 60;

/** Files of what is disclosed. Whoever may see the version of the item that names a file may have it, now. */
export function fileRoutes(services: SiteServices): Hono<SiteEnv> {
  const { access } = services;
  const routes = new Hono<SiteEnv>();
  const file = '/o/:org/items/:item/files/:file';

  routes.get(file, async (c) => {
    const { organisation, open } = await openFile(c);
    return toLink(c, access.link(organisation, open, c.var.now).url);
  });

  routes.get(`${file}/thumbnail`, async (c) => {
    const { organisation, open } = await openFile(c);
    const isPublic = c.get('person') === undefined;
    c.header('Cache-Control', isPublic ? `public, max-age=${PUBLIC_SECONDS}` : 'private, no-cache');
    c.header('Vary', 'Cookie');
    return thumbnail(c, services, organisation, open);
  });

  return routes;

  async function openFile(c: SiteContext) {
    const { scope, reader } = await placeOf(c, services);
    const number = c.req.query('version') ?? '';
    const version = /^[1-9]\d{0,3}$/.test(number) ? Number(number) : undefined;
    // As a reader, also whoever works here: their own way to files is the desk.
    const asReader = { ...reader, official: false };
    const open = await services.readings.items.file(
      scope,
      idFrom(c, 'item'),
      idFrom(c, 'file'),
      asReader,
      version,
    );
    return { organisation: scope.organisation, open };
  }
}

/** The link is for this one reader and for minutes. */
export function toLink(c: SiteContext, url: string): Response {
  c.header('Cache-Control', 'private, no-store');
  return c.redirect(url, 302);
}

type OpenFile = Parameters<SiteServices['access']['thumbnail']>[1];

/** Sent by us, so that a page shows nothing from elsewhere. A file never changes, so its id says all. */
export async function thumbnail(
  c: SiteContext,
  { access, fetchObject }: SiteServices,
  organisation: string,
  open: OpenFile,
): Promise<Response> {
  const { url } = access.thumbnail(organisation, open, c.var.now);
  const etag = etagOf(open.id);
  c.header('ETag', etag);
  if (isFresh(c as unknown as Context<HttpEnv>, etag)) return c.body(null, 304);
  return c.body(await fetchObject(url), 200, { 'Content-Type': 'image/jpeg' });
}

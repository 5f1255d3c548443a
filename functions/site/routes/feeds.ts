import { type Context, Hono } from 'hono';
import { lazily } from '../../api/lazily.ts';
import type { HttpEnv } from '../../edge/http.ts';
import { malformedField } from '../../edge/problem.ts';
import { encodeGb18030 } from '../../rendering/feeds/gb18030.ts';
import { Changes, isFresh } from '../conditional.ts';
import { FORMAT_NAMES, FORMATS } from '../feed-formats.ts';
import { type Charset, feedOf, tagOf, WRITERS } from '../feeds.ts';
import { HOMES } from '../later/machines.ts';
import { Outlets } from '../outlets.ts';
import type { SiteServices } from '../services.ts';

/** Few feeds carry news as well. */
const combining = lazily(() => import('../combined-feed.ts'));

/**
 * Feeds, without a session: whoever asks gets what everybody may see, or what a screen shows that proves which one it
 * is. `HEAD` comes with `GET`.
 */
export function feedRoutes(services: SiteServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const outlets = new Outlets(services);
  const changes = new Changes();

  for (const home of HOMES) {
    for (const name of FORMAT_NAMES) {
      routes.get(`${home}/${name}`, async (c) => {
        const charset = charsetOf(c, name === 'ticker.txt');
        const outlet = await outlets.outletOf(c);
        const place = c.req.path.slice(0, -name.length - 1);
        const disclosed = feedOf(outlet, name, place, services.settings.publicUrl);
        const streams = c.req.query('streams');
        const feed =
          streams === undefined
            ? disclosed
            : await (await combining()).combinedFeed(services, outlet.organisation, disclosed, streams);
        const etag = tagOf(name, feed, charset);
        const modified = new Date(changes.lastModified(feed.self + charset, etag, c.var.now)).toUTCString();
        const isPublic = outlet.viewpoint.audience === 'public';
        c.header('ETag', etag);
        c.header('Last-Modified', modified);
        // Asked for again each time: what was withdrawn has to be gone at the next look.
        c.header('Cache-Control', isPublic ? 'public, no-cache' : 'private, no-cache');
        c.header('Gongkai-As-Of', c.var.now);
        // The website of a school may read it in a script; with a token it is for the screen alone.
        if (isPublic) c.header('Access-Control-Allow-Origin', '*');
        if (isFresh(c, etag, modified)) return c.body(null, 304);
        c.header('Content-Type', `${FORMATS[name].type}; charset=${charset}`);
        const text = WRITERS[name](feed);
        return c.body(charset === 'utf-8' ? text : Buffer.from(encodeGb18030(text)));
      });
    }
  }
  return routes;
}

/** Only LED panels need another one than UTF-8. @throws MalformedInput */
function charsetOf(c: Context<HttpEnv>, isTicker: boolean): Charset {
  const asked = isTicker ? (c.req.query('charset') ?? 'utf-8').toLowerCase() : 'utf-8';
  if (asked === 'utf-8' || asked === 'gb18030') return asked;
  throw malformedField(
    'charset',
    'charset-unknown',
    '不支持这种字符编码，可用 utf-8 或 gb18030。',
    'That character encoding is not supported; use utf-8 or gb18030.',
  );
}

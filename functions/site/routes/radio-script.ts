import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { stranger } from '../../../domain/visibility.ts';
import type { HttpEnv } from '../../edge/http.ts';
import { etagOf, isFresh } from '../conditional.ts';
import { idFrom, scopeFrom } from '../frames.ts';
import { radioScript } from '../radio-script.ts';
import type { SiteServices } from '../services.ts';

/** An item to be read out on the radio, which everybody hears: so whoever asks gets what everybody may see. */
export function radioScriptRoutes({ readings }: SiteServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/o/:org/items/:item/script.txt', async (c) => {
    const scope = scopeFrom(c);
    const { organisation, shown } = await readings.items.one(
      scope,
      idFrom(c, 'item'),
      stranger(scope.organisation),
    );
    const text = radioScript(shown ?? refuse('not-found'), organisation.name);
    const etag = etagOf(text);
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, no-cache');
    return isFresh(c, etag) ? c.body(null, 304) : c.text(text);
  });
  return routes;
}

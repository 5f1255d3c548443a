import { Hono } from 'hono';
import { lazily } from '../api/lazily.ts';
import type { HttpEnv } from '../edge/http.ts';
import type { SiteEnv } from './services.ts';

/** Addresses by method, as Hono writes them. */
export interface Addresses {
  readonly GET?: readonly string[];
  readonly POST?: readonly string[];
}

/** A group of pages that is loaded with the first request for one of them, so that no start waits for it. */
export interface LaterPages<Env extends HttpEnv = SiteEnv> {
  readonly at: Addresses;
  /** The routes at exactly these addresses. */
  readonly load: () => Promise<Hono<Env>>;
}

/** Who asks, when, and under which id was found out before; a group of pages starts from that. */
interface HandedOn {
  readonly Bindings: SiteEnv['Bindings'] & { readonly handedOn: SiteEnv['Variables'] };
  readonly Variables: SiteEnv['Variables'];
}

export function addLater<Env extends HttpEnv>(pages: Hono<Env>, { at, load }: LaterPages<Env>): void {
  const inner = lazily(async () => {
    const app = new Hono<HandedOn>();
    app.use(async (c, next) => {
      const { now, correlation, person } = c.env.handedOn;
      c.set('now', now);
      c.set('correlation', correlation);
      c.set('person', person);
      await next();
    });
    app.route('/', (await load()) as unknown as Hono<HandedOn>);
    // What fails in there is answered where everything is answered.
    app.onError((error) => {
      throw error;
    });
    return app;
  });
  for (const [method, paths] of Object.entries(at)) {
    pages.on(method, paths as string[], async (c) => {
      const answer = await (await inner()).fetch(c.req.raw, { ...c.env, handedOn: c.var });
      // Made anew, since headers that were set before, such as a cookie to be dropped, join no answer that is there.
      return c.newResponse(answer.body, answer);
    });
  }
}

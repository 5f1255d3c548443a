import { Hono } from 'hono';
import { quarterOf } from '../../../domain/duty/period.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { HttpEnv } from '../../edge/http.ts';
import { dueDaysOf } from '../../export/ical.ts';
import { scopeFrom } from '../frames.ts';
import type { SiteServices } from '../services.ts';

/**
 * Due days for calendar programmes, which cannot sign in: the token in the address says who asks, and the seats that
 * the person holds at that moment say what they may read.
 */
export function dutyFeedRoutes(services: SiteServices): Hono<HttpEnv> {
  const { readings, tenancy, settings, feedTokens } = services;
  const { duties } = readings;
  const routes = new Hono<HttpEnv>();

  routes.get('/feeds/:org/duties.ics', async (c) => {
    const { now } = c.var;
    const scope = scopeFrom(c);
    const { name, feedEdition } = (await tenancy.tenants(scope)).organisation;
    const owner = { id: scope.organisation, feedEdition };
    const person = feedTokens.personOf(owner, c.req.query('token') ?? '') ?? refuse('not-found');
    const reader = await readings.reader(scope, person, now);
    const current = await duties.sheet(scope, reader, quarterOf(now).name, now);
    const earlier = (current?.arrears ?? []).map((period) => duties.sheet(scope, reader, period, now));
    const sheets = [current, ...(await Promise.all(earlier))].filter((sheet) => sheet !== undefined);
    const organisation = { id: scope.organisation, name };
    const url = `${settings.publicUrl}/desk/o/${scope.organisation}/duties`;
    c.header('Cache-Control', 'private, no-cache');
    return c.body(dueDaysOf({ organisation, sheets, url, now }), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
    });
  });
  return routes;
}

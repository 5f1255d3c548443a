import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { ReadCounts } from '../../shell/read-counts.ts';
import type { Filled } from '../components/field.tsx';
import { readForm } from '../forms/form-data.ts';
import { leaveOpinion, opinionForm } from '../forms/opinion-form.ts';
import { idFrom, placeOf } from '../frames.ts';
import type { itemProcedure } from '../item-procedure.tsx';
import { surveysAbout } from '../item-surveys.tsx';
import { openingOf } from '../opening.ts';
import { ItemPage } from '../pages/item.tsx';
import { ReceivedPage } from '../pages/opinions.tsx';
import { relatedTo } from '../related.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** What is disclosed, as far as whoever asks may see it; and where they say what they think of it. */
export function itemRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, settings, views } = services;
  const reads = new ReadCounts(views);
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/items/:item', async (c) => {
    return c.html(await itemPage(c));
  });

  routes.post('/o/:org/items/:item/opinions', async (c) => {
    const left = await leaveOpinion(c, services, await readForm(c));
    if ('filled' in left) return c.html(await itemPage(c, left.filled), 422);
    const { frame, scope } = await placeOf(c, services, itemPath(c));
    const back = { href: itemPath(c), name: '公开事项' };
    return c.html(<ReceivedPage frame={frame} organisation={scope.organisation} back={back} {...left} />);
  });

  return routes;

  async function itemPage(c: SiteContext, filled?: Filled) {
    const place = await placeOf(c, services, itemPath(c));
    const { scope } = place;
    // As a reader, also whoever works here: this page is what is disclosed, and drafts are found on the desk.
    const reader = { ...place.reader, official: false };
    const number = c.req.query('version');
    const wanted = number !== undefined && /^[1-9]\d{0,3}$/.test(number) ? Number(number) : undefined;
    const id = idFrom(c, 'item');
    const reading = await readings.items.one(scope, id, reader, wanted);
    const shown = reading.shown ?? refuse('not-found');
    if (!filled) reads.count(id, reader, openingOf(c), c.var.now);
    const [related, procedure, surveys, answers] = await Promise.all([
      relatedTo(services, { scope, reader }, reading),
      procedureOf(readings, { scope, reader }, shown, c.var.now),
      surveysAbout(services, { ...place, reader }, id, c.var.now),
      readings.opinions.answers(scope, id, reader),
    ]);
    return (
      <ItemPage
        frame={place.frame}
        reading={reading}
        shown={shown}
        related={related}
        procedure={procedure}
        surveys={surveys}
        answers={answers}
        url={`${settings.publicUrl}${itemPath(c)}`}
        opinion={opinionForm(reader, services.voice.challenges, c.var.now, filled)}
      />
    );
  }
}

/** Few matters have one, so no start waits for it. */
async function procedureOf(...[readings, place, shown, now]: Parameters<typeof itemProcedure>) {
  const { decision, noDecision, tender, lifeMeeting } = shown.content;
  if (!decision && !noDecision && !tender && !lifeMeeting) return undefined;
  return (await import('../item-procedure.tsx')).itemProcedure(readings, place, shown, now);
}

const itemPath = (c: SiteContext): string => `/o/${c.req.param('org')}/items/${c.req.param('item')}`;

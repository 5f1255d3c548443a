import { Hono } from 'hono';
import type { Tense } from '../../../domain/item/state.ts';
import { idFrom, placeOf } from '../frames.ts';
import { DecisionPage, MattersPage } from '../pages/decisions.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';
import { TENSES } from '../words.ts';

/** 重大事项, as far as whoever asks is told of them. */
export function decisionRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/decisions', async (c) => {
    const { frame, scope, reader } = await placeOf(c, services);
    const wanted = c.req.query('tense') ?? '';
    const matters = await readings.decisions.matters(scope, reader);
    const tense = Object.hasOwn(TENSES, wanted) ? (wanted as Tense) : firstOf(matters);
    return c.html(
      <MattersPage frame={frame} organisation={scope.organisation} tense={tense} matters={matters} />,
    );
  });

  routes.get('/o/:org/decisions/:decision', async (c) => {
    const { frame, scope, reader } = await placeOf(c, services);
    // As a reader, also whoever works here: this is what is told; drafts are found on the desk.
    const told = { ...reader, official: false };
    const decision = await readings.decisions.one(scope, idFrom(c, 'decision'), told, c.var.now);
    return c.html(<DecisionPage frame={frame} organisation={scope.organisation} decision={decision} />);
  });

  return routes;
}

/** Nobody is led to an empty page while there is something on another. */
const firstOf = (matters: readonly { readonly tense: Tense }[]): Tense =>
  (Object.keys(TENSES) as Tense[]).find((tense) => matters.some((matter) => matter.tense === tense)) ??
  'planned';

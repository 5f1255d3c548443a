import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { DECISION_FORMS, PROPOSAL_FORMS } from '../forms/decision-forms.ts';
import { formRoutes } from '../forms/operation-forms.ts';
import { deskOf, idFrom, placeOf } from '../frames.ts';
import { DecisionDeskPage, DecisionListPage } from '../pages/decision-desk.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

/** 重大事项决策, for those who run it, and for whoever has to carry something out. */
export function decisionDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/desk/o/:org/decisions';

  formRoutes(routes, services, base, PROPOSAL_FORMS, async (c, { forms }) => {
    const { frame, scope, reader, organisation } = await deskOf(c, services, forms.base);
    const [decisions, actions] = await Promise.all([
      readings.decisions.all(scope, reader),
      readings.decisions.openActions(scope, reader, c.var.now),
    ]);
    return (
      <DecisionListPage
        frame={frame}
        organisation={scope.organisation}
        decisions={decisions}
        actions={actions}
        people={Object.values(organisation.people).map(({ id, name }) => ({ id, name }))}
        forms={forms}
      />
    );
  });

  formRoutes(routes, services, `${base}/:decision`, DECISION_FORMS, async (c, { forms, done }) => {
    if (!c.get('person')) refuse('not-signed-in');
    const { frame, scope, reader } = await placeOf(c, services, forms.base);
    const id = idFrom(c, 'decision');
    const decision = await readings.decisions.one(scope, id, reader, c.var.now);
    const work = decision.work ?? refuse('not-found');
    const [results, surveys] = work.official
      ? await Promise.all([
          readings.decisions.resultsOf(scope, id),
          readings.surveys.all(scope, reader, c.var.now),
        ])
      : [[], []];
    return (
      <DecisionDeskPage
        frame={frame}
        organisation={scope.organisation}
        decision={decision}
        results={results}
        surveys={surveys.filter(({ stage }) => stage === 'closed' || stage === 'concluded')}
        forms={forms}
        done={done}
      />
    );
  });

  return routes;
}

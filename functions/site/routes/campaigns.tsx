import { Hono } from 'hono';
import { dayOf } from '../../../domain/kernel/time.ts';
import { lazily } from '../../api/lazily.ts';
import { CAMPAIGN_FORMS, PLAN_FORMS, startOf } from '../forms/campaign-forms.ts';
import { formRoutes } from '../forms/operation-forms.ts';
import { deskOf, idFrom } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const pages = lazily(() => import('../pages/campaigns.tsx'));

/** 推进部署: planned for those below, followed by them, and who is behind. */
export function campaignRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/desk/o/:org/campaigns';

  routes.get(base, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const { CampaignsPage } = await pages();
    const { planned, joined } = await readings.campaigns.all(scope, reader, c.var.now);
    const { organisation } = scope;
    return c.html(
      <CampaignsPage
        frame={frame}
        organisation={organisation}
        planned={planned}
        joined={joined}
        today={dayOf(c.var.now)}
      />,
    );
  });

  formRoutes(routes, services, `${base}/plan`, PLAN_FORMS, async (c, page) => {
    const { frame, scope } = await deskOf(c, services, addressOf(c, 'plan'));
    const { PlanCampaignPage } = await import('../pages/campaigns-plan.tsx');
    const start = startOf(c.req.query('like') ?? '', dayOf(c.var.now).slice(0, 4));
    return (
      <PlanCampaignPage frame={frame} organisation={scope.organisation} start={start} page={page} />
    ).toString();
  });

  formRoutes(routes, services, `${base}/:campaign`, CAMPAIGN_FORMS, async (c, page) => {
    const id = idFrom(c, 'campaign');
    const { frame, scope, reader } = await deskOf(c, services, addressOf(c, id));
    const campaign = await readings.campaigns.one(scope, id, reader, c.var.now);
    const { CampaignPage } = await import('../pages/campaigns-table.tsx');
    return (
      <CampaignPage frame={frame} organisation={scope.organisation} campaign={campaign} page={page} />
    ).toString();
  });

  return routes;
}

const addressOf = (c: SiteContext, place: string): string =>
  `/desk/o/${c.req.param('org')}/campaigns/${place}`;

import { Hono } from 'hono';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { OrgScope } from '../../../domain/kernel/scope.ts';
import { affiliationsOf } from '../../../domain/organisation/affiliation.ts';
import type { Organisation } from '../../../domain/organisation/organisation.ts';
import { mayWork } from '../../../domain/visibility.ts';
import { placeOf } from '../frames.ts';
import { AboutPage } from '../pages/about.tsx';
import { SchemePage } from '../pages/about-scheme.tsx';
import { StatisticsPage } from '../pages/about-statistics.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** 单位信息: what an organisation says about itself, for anybody. */
export function aboutRoutes(services: SiteServices): Hono<SiteEnv> {
  const { profiles } = services.readings;
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/about', async (c) => {
    const { frame, scope, reader, superior, organisation } = await placeOf(c, services);
    return c.html(
      <AboutPage
        frame={frame}
        about={await profiles.about(scope, reader, c.var.now)}
        superior={superior && { id: organisation.superior ?? '', name: superior.name }}
        affiliations={await history(organisation)}
        mayWork={mayWork(reader, scope.organisation)}
      />,
    );
  });

  routes.get('/o/:org/scheme', async (c) => {
    const { frame, scope, reader, organisation } = await placeOf(c, services);
    const [scheme, rows] = await Promise.all([
      profiles.scheme(scope, versionFrom(c)),
      services.readings.catalogue(scope, reader),
    ]);
    return c.html(
      <SchemePage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        scheme={scheme}
        rowNames={Object.fromEntries(rows.map(({ row }) => [row.id, nameOf(row)]))}
      />,
    );
  });

  routes.get('/o/:org/statistics', async (c) => {
    const { frame, scope, reader, organisation } = await placeOf(c, services);
    return c.html(
      <StatisticsPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        statistics={await profiles.statistics(scope, reader)}
      />,
    );
  });

  return routes;

  /** Once it was moved. Until then its superior stands among the contacts. */
  async function history(organisation: Organisation) {
    const affiliations = organisation.moves ? affiliationsOf(organisation) : [];
    return Promise.all(
      affiliations.map(async (each) => {
        const found = await services.tenancy.find(new OrgScope(each.superior));
        return { ...each, name: found?.name ?? each.superior };
      }),
    );
  }
}

/** @throws Refusal `not-found` for what is no number of a version */
function versionFrom(c: SiteContext): number | undefined {
  const asked = c.req.query('version');
  if (asked === undefined || asked === '') return undefined;
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : refuse('not-found');
}

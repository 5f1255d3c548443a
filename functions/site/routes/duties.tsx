import { Hono } from 'hono';
import { DUTY_STATUSES, type DutyStatus } from '../../../domain/duty/duty.ts';
import { isPeriodName, type PeriodName, quarterFrom, quarterOf } from '../../../domain/duty/period.ts';
import { rulesOf } from '../../../domain/duty/rules.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { mayWork } from '../../../domain/visibility.ts';
import { overviewTable, sheetTable } from '../../export/duty-tables.ts';
import { LEADING, type OverviewFilter, type OverviewStatus } from '../../shell/reading/duty-overview.ts';
import { download } from '../download.ts';
import { deskOf, placeOf } from '../frames.ts';
import { BulletinPage, namedFromOf } from '../pages/duties/bulletin.tsx';
import { OverviewPage } from '../pages/duties/overview.tsx';
import { SheetPage } from '../pages/duties/sheet.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Periods that can be looked up: three years, as the trend. */
const PERIODS = 12;

/** What is owed, for those who answer for it: an organisation's ledger, and how those below a superior stand. */
export function dutyRoutes(services: SiteServices): Hono<SiteEnv> {
  const { duties } = services.readings;
  const routes = new Hono<SiteEnv>();
  const overview = '/desk/o/:org/overview';
  const sheet = '/desk/o/:org/duties';

  routes.get(overview, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const { period, periods } = periodFrom(c);
    const filter = overviewFilter(c);
    const [dashboard, screens] = await Promise.all([
      duties.dashboard(scope, reader, period, c.var.now, filter),
      services.readings.displays.screens(scope, reader, c.var.now),
    ]);
    return c.html(
      <OverviewPage
        {...dashboard}
        screens={screens}
        frame={frame}
        now={c.var.now}
        organisation={scope.organisation}
        filter={filter}
        periods={periods}
        all={c.req.query('all') === '1'}
      />,
    );
  });

  routes.get(`${overview}/bulletin`, async (c) => {
    const { frame, scope, reader, organisation, superior } = await deskOf(c, services);
    return c.html(
      <BulletinPage
        frame={frame}
        now={c.var.now}
        issuer={{ id: scope.organisation, name: organisation.name }}
        overview={await duties.overview(scope, reader, periodFrom(c).period, c.var.now)}
        namedFrom={namedFromOf(rulesOf(organisation, superior).rules.ladder)}
      />,
    );
  });

  routes.get(sheet, async (c) => {
    const { frame, scope, reader, organisation } = await followed(c);
    const { period, periods } = periodFrom(c);
    return c.html(
      <SheetPage
        frame={frame}
        now={c.var.now}
        organisation={{ id: scope.organisation, name: organisation.name }}
        period={period}
        periods={periods}
        sheet={await duties.sheet(scope, reader, period, c.var.now)}
        filter={{ className: c.req.query('class'), status: dutyStatus(c.req.query('status')) }}
        feed={feedOf(c, scope.organisation, organisation.feedEdition)}
        mayPropose={mayWork(reader, scope.organisation)}
      />,
    );
  });

  for (const kind of ['xlsx', 'csv'] as const) {
    routes.get(`${overview}.${kind}`, async (c) => {
      const { scope, reader } = await deskOf(c, services);
      const { period } = periodFrom(c);
      const table = overviewTable(await duties.overview(scope, reader, period, c.var.now, overviewFilter(c)));
      return download(c, table, `${scope.organisation}-${period}`, kind);
    });

    routes.get(`${sheet}.${kind}`, async (c) => {
      const { scope, reader } = await followed(c);
      const { period } = periodFrom(c);
      const found = (await duties.sheet(scope, reader, period, c.var.now)) ?? refuse('not-found');
      return download(c, sheetTable(found), `${scope.organisation}-duties-${period}`, kind);
    });
  }

  return routes;

  /** A token in the address stands for the person, since a calendar programme cannot sign in. */
  function feedOf(c: SiteContext, id: string, feedEdition: number): string {
    const token = services.feedTokens.issue({ id, feedEdition }, c.get('person')?.person ?? '');
    return `/feeds/${id}/duties.ics?token=${encodeURIComponent(token)}`;
  }

  /** Whoever is signed in; who may see it is for the reading to say. @throws Refusal `not-signed-in` */
  function followed(c: SiteContext) {
    if (!c.get('person')) refuse('not-signed-in');
    return placeOf(c, services);
  }
}

/** The period in the address, or the one that holds today; and those to choose from, newest first. */
function periodFrom(c: SiteContext): { period: PeriodName; periods: readonly PeriodName[] } {
  const current = quarterOf(c.var.now);
  const periods = Array.from({ length: PERIODS }, (_, back) => quarterFrom(current, -back).name);
  const asked = c.req.query('period') ?? '';
  if (!isPeriodName(asked)) return { period: current.name, periods };
  return { period: asked, periods: [...new Set([...periods, asked])] };
}

function overviewFilter(c: SiteContext): OverviewFilter {
  const status = c.req.query('status') ?? '';
  return {
    className: c.req.query('class') || undefined,
    status: LEADING.find((each): each is OverviewStatus => each === status),
  };
}

const dutyStatus = (text = ''): DutyStatus | undefined =>
  Object.hasOwn(DUTY_STATUSES, text) ? (text as DutyStatus) : undefined;

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { isPeriodName, quarterFrom, quarterOf } from '../../../domain/duty/period.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { ReportCommandType } from '../../../domain/report/commands.ts';
import { requestOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, one, readForm, type Sent } from '../forms/form-data.ts';
import { deskOf, idFrom } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Quarters that can be looked up, the one that runs last. */
const PERIODS = 5;

/** 意见建议情况报告: sent by the office, acknowledged by the office above. */
export function reportRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, issuers, views } = services;
  const routes = new Hono<SiteEnv>();
  const here = '/desk/o/:org/reports';

  routes.get(here, async (c) => c.html(await page(c, c.req.query('period'), emptyForm())));

  routes.post(here, async (c) => {
    const { scope } = await deskOf(c, services);
    return act(c, 'SendReport', scope.organisation);
  });

  routes.post(`${here}/:unit/acknowledgement`, async (c) => {
    await deskOf(c, services);
    return act(c, 'AcknowledgeReport', idFrom(c, 'unit'));
  });

  return routes;

  async function act(c: SiteContext, command: ReportCommandType, organisation: string): Promise<Response> {
    const sent = await readForm(c);
    const period = periodFrom(sent);
    try {
      const parameters = { organisation, period };
      await issuers.report(requestOf(c, { command, data: {}, parameters, key: commandKey(sent) }));
    } catch (error) {
      return c.html(await page(c, period, { values: sent, errors: fieldErrors(error, () => '') }), 422);
    }
    return c.redirect(`/desk/o/${c.req.param('org')}/reports?period=${period}#main`, 303);
  }

  async function page(c: SiteContext, wanted: string | undefined, filled: Filled) {
    // Seldom asked for, so that no start waits for it.
    const [{ ReportsPage }, { reportFigures }] = await Promise.all([
      import('../pages/reports.tsx'),
      import('../../shell/report-commands.ts'),
    ]);
    const { now } = c.var;
    const place = await deskOf(c, services, `/desk/o/${c.req.param('org')}/reports`);
    const { frame, scope, reader, organisation, superior } = place;
    const current = quarterOf(now);
    const periods = Array.from({ length: PERIODS }, (_, back) => quarterFrom(current, -back).name);
    const period = periods.find((name) => name === wanted) ?? quarterFrom(current, -1).name;
    const tenants = { organisation, ...(superior && { superior }) };
    const [{ sent, received }, cards, figures] = await Promise.all([
      readings.upward.reports(scope, reader, period),
      readings.organisations(),
      reportFigures(views, scope, tenants, period, now),
    ]);
    const units = cards.flatMap(({ id, shortName, superior: above }) => {
      const report = received.find((each) => each.organisation === id);
      // One that was moved away since stays with what it had sent.
      if (!report && above !== scope.organisation) return [];
      return [{ id, name: shortName, ...(report && { report }) }];
    });
    return (
      <ReportsPage
        frame={frame}
        organisation={scope.organisation}
        period={period}
        periods={periods}
        superior={superior?.shortName}
        sent={sent.find((each) => each.period === period)}
        figures={figures}
        units={units}
        filled={filled}
        commandId={randomUUID()}
      />
    );
  }
}

function periodFrom(sent: Sent): string {
  const period = one(sent, 'period');
  return isPeriodName(period) ? period : refuse('not-found');
}

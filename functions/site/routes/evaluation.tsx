import { Hono } from 'hono';
import { quarterFrom, quarterOf } from '../../../domain/duty/period.ts';
import {
  type Choice,
  ORDERS,
  type Order,
  RATED,
  type Rated,
  SORTS,
} from '../../../domain/evaluation/overview.ts';
import { isSignalId } from '../../../domain/evaluation/signals.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { isDay } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import { isPeriod } from '../../api/periods.ts';
import { SIGNAL_FORMS, STANDARD_FORMS, YEAR_FORMS } from '../forms/evaluation-actions.ts';
import { type FormPage, formRoutes } from '../forms/operation-forms.ts';
import { deskOf, followedDeskOf, type Place, placeOf } from '../frames.ts';
import { EvaluationPage } from '../pages/evaluation.tsx';
import { EvaluationDeskPage } from '../pages/evaluation-desk.tsx';
import { EvaluationSignalPage } from '../pages/evaluation-signal.tsx';
import { EvaluationStandardPage } from '../pages/evaluation-standard.tsx';
import { EvaluationYearPage } from '../pages/evaluation-year.tsx';
import { quarterAsked } from '../quarters.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Quarters that can be chosen: two years. Any other can be asked for by its name. */
const PERIODS = 8;
/** Quarters from which a new standard may hold. */
const AHEAD = 4;

/** 考评: the score for anybody; signals, the year and the standard for those who work there. */
export function evaluationRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, settings } = services;
  const routes = new Hono<SiteEnv>();
  const desk = '/desk/o/:org/evaluation';

  routes.get('/o/:org/evaluation', async (c) => {
    const { frame, scope, reader, organisation } = await placeOf(c, services);
    const { period, periods } = quarterAsked(c, PERIODS);
    const year = period.slice(0, 4);
    const [score, round, assessment] = await Promise.all([
      readings.evaluation.quarterIfAny(scope, reader, period, c.var.now),
      readings.appraisals.roundIfAny(scope, reader, year),
      readings.appraisals.unit(scope, reader, year, c.var.now),
    ]);
    return c.html(
      <EvaluationPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        period={period}
        periods={periods}
        score={score}
        round={round?.disclosed && round}
        assessment={assessment}
      />,
    );
  });

  routes.get(desk, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const { period, periods } = quarterAsked(c, PERIODS);
    const [score, disputes, cards] = await Promise.all([
      readings.evaluation.quarterIfAny(scope, reader, period, c.var.now),
      readings.evaluation.disputes(scope, reader),
      readings.organisations(),
    ]);
    const names = new Map(cards.map(({ id, shortName }) => [id, shortName]));
    return c.html(
      <EvaluationDeskPage
        frame={frame}
        organisation={scope.organisation}
        period={period}
        periods={periods}
        score={score}
        disputes={disputes.map((line) => ({
          ...line,
          name: names.get(line.organisation) ?? line.organisation,
        }))}
      />,
    );
  });

  routes.get(`${desk}/years/:year/overview`, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services, c.req.path);
    const choice = choiceFrom(c);
    const overview = await readings.appraisals.overview(scope, reader, yearFrom(c), choice);
    const { EvaluationOverviewPage } = await import('../pages/evaluation-overview.tsx');
    const { search } = new URL(c.req.url);
    return c.html(
      <EvaluationOverviewPage frame={frame} overview={overview} choice={choice} query={search} />,
    );
  });

  routes.get(`${desk}/years/:year/overview.xlsx`, async (c) => {
    const { scope, reader } = await deskOf(c, services);
    const year = yearFrom(c);
    const { units = [] } = await readings.appraisals.overview(scope, reader, year, choiceFrom(c));
    const { overviewTable } = await import('../pages/evaluation-overview-table.ts');
    const name = `${scope.organisation}-evaluation-${year}`;
    return (await import('../download.ts')).download(c, overviewTable(year, units), name, 'xlsx');
  });

  formRoutes(routes, services, `${desk}/standard`, STANDARD_FORMS, standardPage);
  formRoutes(routes, services, `${desk}/years/:year`, YEAR_FORMS, yearPage);
  formRoutes(routes, services, `${desk}/signals/:period/:signal`, SIGNAL_FORMS, signalPage);
  return routes;

  async function standardPage(c: SiteContext, page: FormPage) {
    const { frame, scope } = await deskOf(c, services, page.forms.base);
    const current = quarterOf(c.var.now);
    const { edition, standard } = await readings.evaluation.standard(current.name);
    const ahead = Array.from({ length: AHEAD }, (_, count) => quarterFrom(current, count).name);
    return (
      <EvaluationStandardPage
        {...page}
        frame={frame}
        organisation={scope.organisation}
        period={current.name}
        edition={edition}
        standard={standard}
        quarters={scope.organisation === settings.district ? ahead : []}
      />
    );
  }

  async function yearPage(c: SiteContext, page: FormPage) {
    const place = await followedDeskOf(c, services, page.forms.base);
    const { frame, scope, reader, organisation } = place;
    const year = yearFrom(c);
    const [round, assessment] = await Promise.all([
      readings.appraisals.roundIfAny(scope, reader, year),
      readings.appraisals.unit(scope, reader, year, c.var.now),
    ]);
    const { own, above } = officesOf(place, c);
    return (
      <EvaluationYearPage
        {...page}
        frame={frame}
        organisation={scope.organisation}
        year={year}
        round={round}
        assessment={assessment}
        nameOf={namesIn(place)}
        may={{ speak: own, appraise: above, lead: own && organisation.kind !== 'branch' }}
      />
    );
  }

  async function signalPage(c: SiteContext, page: FormPage) {
    const place = await followedDeskOf(c, services, page.forms.base);
    const { frame, scope, reader } = place;
    const { period = '', signal: id = '' } = c.req.param() as Record<string, string>;
    if (!isPeriod(period) || !isSignalId(id)) return refuse('not-found');
    const score = await readings.evaluation.quarter(scope, reader, period, c.var.now);
    const signal = score.work?.signals.find((each) => each.id === id) ?? refuse('not-found');
    const { own, above } = officesOf(place, c);
    return (
      <EvaluationSignalPage
        {...page}
        frame={frame}
        organisation={scope.organisation}
        period={period}
        signal={signal}
        named={score}
        nameOf={namesIn(place)}
        may={{ dispute: own, answer: above }}
      />
    );
  }
}

/** @throws Refusal `not-found` */
function yearFrom(c: SiteContext): string {
  const year = c.req.param('year') ?? '';
  return isDay(`${year}-01-01`) ? year : refuse('not-found');
}

/** What cannot be chosen was not chosen. */
function choiceFrom(c: SiteContext): Choice {
  const { sort, order, rating, signals } = c.req.query();
  return {
    sort: SORTS.find((each) => each === sort),
    order: (Object.keys(ORDERS) as Order[]).find((each) => each === order),
    rating: (Object.keys(RATED) as Rated[]).find((each) => each === rating),
    signals: signals === 'open' ? signals : undefined,
  };
}

/** For whom whoever reads a page may speak. */
function officesOf({ organisation, superior, person }: Place & { readonly person: string }, c: SiteContext) {
  const { now } = c.var;
  return {
    own: holders(organisation, organisation.policy.proposers, now).has(person),
    above: superior !== undefined && holders(superior, superior.policy.proposers, now).has(person),
  };
}

const namesIn =
  ({ organisation, superior }: Place) =>
  (person: string): string =>
    organisation.people[person]?.name ?? superior?.people[person]?.name ?? '工作人员';

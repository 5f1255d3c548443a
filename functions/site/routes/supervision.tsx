import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { holders, seatsOf } from '../../../domain/organisation/authority.ts';
import {
  GROUP,
  type Houses,
  inspectsFromAbove,
  SUPERVISION,
  standingOf,
} from '../../../domain/supervision/inspectors.ts';
import { mayWork } from '../../../domain/visibility.ts';
import { namesOf } from '../../shell/reading/names.ts';
import type { Choice } from '../components/field.tsx';
import { type FormPage, formRoutes } from '../forms/operation-forms.ts';
import { CASE_FORMS, FOLLOW_UP_FORMS, SUPERVISION_FORMS, VISIT_FORMS } from '../forms/supervision-actions.ts';
import { idFrom, type Place, placeOf } from '../frames.ts';
import { CasePage } from '../pages/supervision/case.tsx';
import { FollowUpPage } from '../pages/supervision/follow-up.tsx';
import { type SupervisionActs, SupervisionPage } from '../pages/supervision/overview.tsx';
import { PublicSupervisionPage } from '../pages/supervision/public.tsx';
import { VisitPage } from '../pages/supervision/visit.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const DESK = '/desk/o/:org/supervision';
/** Years that can be looked up. */
const YEARS = 4;

/** 监督, for those who supervise, those who are supervised, and the public. */
export function supervisionRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const { supervision } = readings;
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/supervision', async (c) => {
    const { frame, scope, organisation } = await placeOf(c, services);
    const year = yearFrom(c);
    const current = thisYear(c);
    const [counters, examples, cards] = await Promise.all([
      supervision.counters(scope, year, c.var.now),
      supervision.examples(scope),
      readings.organisations(),
    ]);
    return c.html(
      <PublicSupervisionPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        counters={counters}
        years={Array.from({ length: YEARS }, (_, back) => current - back)}
        examples={examples}
        units={Object.fromEntries(cards.map(({ id, shortName }) => [id, shortName]))}
      />,
    );
  });

  routes.get(`${DESK}/bundle.zip`, async (c) => {
    const { scope, reader, organisation } = await signedIn(c);
    const year = yearFrom(c);
    const records = await readings.dossier.records(scope, reader, year, c.var.now);
    // Packing is seldom asked for.
    const { ledgerBundle } = await import('../../export/ledger-bundle.ts');
    const { organisation: id } = scope;
    c.header('Content-Disposition', `attachment; filename="${id}-${year}.zip"`);
    const bundle = ledgerBundle({ organisation: { id, name: organisation.name }, year, records });
    return c.body(bundle, 200, { 'Content-Type': 'application/zip' });
  });

  formRoutes(routes, services, DESK, SUPERVISION_FORMS, overview);
  formRoutes(routes, services, `${DESK}/visits/:visit`, VISIT_FORMS, async (c, page) => {
    const place = await signedIn(c);
    const { frame, scope, reader, person } = place;
    const visit = await supervision.visit(scope, idFrom(c, 'visit'), reader, c.var.now);
    return (
      <VisitPage
        {...page}
        {...namesIn(place)}
        frame={frame}
        organisation={scope.organisation}
        visit={visit}
        person={person}
      />
    );
  });
  formRoutes(routes, services, `${DESK}/follow-ups/:followup`, FOLLOW_UP_FORMS, async (c, page) => {
    const place = await signedIn(c);
    const { frame, scope, reader, person, organisation } = place;
    const followUp = await supervision.followUp(scope, idFrom(c, 'followup'), reader, c.var.now);
    const { proposers } = organisation.policy;
    return (
      <FollowUpPage
        {...page}
        names={namesIn(place).names}
        frame={frame}
        organisation={scope.organisation}
        followUp={followUp}
        person={person}
        works={place.works}
        answers={holders(organisation, proposers, c.var.now).has(person)}
      />
    );
  });
  formRoutes(routes, services, `${DESK}/cases/:case`, CASE_FORMS, async (c, page) => {
    const place = await signedIn(c);
    const { frame, scope, reader, person } = place;
    const case_ = await readings.cases.one(scope, idFrom(c, 'case'), reader, c.var.now);
    const { names } = namesIn(place);
    return (
      <CasePage
        {...page}
        names={names}
        frame={frame}
        organisation={scope.organisation}
        case_={case_}
        person={person}
        works={place.works}
      />
    );
  });
  return routes;

  async function overview(c: SiteContext, page: FormPage) {
    const place = await signedIn(c);
    const { frame, scope, reader, organisation, superior, person } = place;
    const { now } = c.var;
    const [visits, followUps, cases, examples, acts] = await Promise.all([
      supervision.visits(scope, reader, now),
      supervision.followUps(scope, reader, now),
      readings.cases.all(scope, reader, now),
      supervision.examples(scope),
      actsOf(c, place, person),
    ]);
    return (
      <SupervisionPage
        {...page}
        {...namesIn(place)}
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        superior={superior && { id: organisation.superior ?? '', name: superior.name }}
        year={thisYear(c)}
        visits={visits}
        followUps={followUps}
        cases={cases}
        examples={examples}
        acts={acts}
      />
    );
  }

  /** Whoever is signed in; who may see it is for the reading to say. @throws Refusal `not-signed-in` */
  async function signedIn(c: SiteContext) {
    const person = c.get('person')?.person ?? refuse('not-signed-in');
    const place = await placeOf(c, services);
    const supervises = standingOf(person, housesOf(place), c.var.now) !== undefined;
    return { ...place, person, works: supervises || mayWork(place.reader, place.scope.organisation) };
  }

  async function actsOf(c: SiteContext, place: Place, person: string): Promise<SupervisionActs> {
    const { now } = c.var;
    const { scope, organisation, superior, reader } = place;
    const houses = housesOf(place);
    const standing = standingOf(person, houses, now);
    const group = standing === 'above' ? superior : organisation;
    const own = holders(organisation, organisation.policy.proposers, now).has(person);
    const below = (await readings.organisations())
      .filter((unit) => unit.superior === scope.organisation)
      .map(({ id, shortName }) => ({ value: id, name: shortName }));
    const self = { value: scope.organisation, name: organisation.shortName };
    return {
      ...(standing === 'above' && { visit: companionsOf(houses, now) }),
      selfCheck: own || holders(organisation, SUPERVISION, now).has(person),
      file: standing !== undefined,
      openCase: standing !== undefined && group !== undefined && holders(group, GROUP, now).has(person),
      mark: own && mayWork(reader, scope.organisation) ? [self, ...below] : [],
      below: seatsOf(organisation, person, now).length > 0 ? below : [],
    };
  }
}

const housesOf = ({ scope, organisation, superior }: Place): Houses => ({
  id: scope.organisation,
  organisation,
  ...(superior && { superior }),
});

/** Those of the superior who may go there. */
const companionsOf = (houses: Houses, now: string): Choice[] =>
  Object.values(houses.superior?.people ?? {})
    .filter(({ id }) => inspectsFromAbove(id, houses, now))
    .map(({ id, name }) => ({ value: id, name }));

function namesIn({ organisation, superior }: Place) {
  const staff = Object.fromEntries(Object.values(organisation.people).map(({ id, name }) => [id, name]));
  return { staff, names: namesOf({ organisation, ...(superior && { superior }) }) };
}

const thisYear = (c: SiteContext): number => Number(dayOf(c.var.now).slice(0, 4));

function yearFrom(c: SiteContext): number {
  const asked = c.req.query('year') ?? '';
  return /^20\d{2}$/.test(asked) ? Number(asked) : thisYear(c);
}

import { Hono } from 'hono';
import { dayOf } from '../../../domain/kernel/time.ts';
import { holders } from '../../../domain/organisation/authority.ts';
import { standingOf } from '../../../domain/organisation/standing.ts';
import { ADMINISTRATORS } from '../../shell/administrators.ts';
import type { OrganisationCard } from '../../shell/reading/organisation-reading.ts';
import { under } from '../../shell/reading/under.ts';
import { type FormPage, formRoutes } from '../forms/operation-forms.ts';
import { ORGANISATION_FORMS } from '../forms/organisation-forms.ts';
import { deskOf } from '../frames.ts';
import { OrganisationDeskPage } from '../pages/organisation-desk.tsx';
import { GapsPage } from '../pages/organisation-desk-gaps.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const AT = '/desk/o/:org/organisation';

/** 组织机构: bodies and seats, responsibilities, regulations, and the life of the organisation. */
export function organisationDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();

  routes.get(`${AT}/gaps`, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const { now } = c.var;
    const [units, trainings] = await Promise.all([
      readings.health.gaps(scope, reader, now),
      readings.activities.trainings(scope, reader, now),
    ]);
    return c.html(
      <GapsPage frame={frame} organisation={scope.organisation} units={units} trainings={trainings} />,
    );
  });
  formRoutes(routes, services, AT, ORGANISATION_FORMS, show);
  return routes;

  async function show(c: SiteContext, { forms, done }: FormPage) {
    const { frame, scope, reader, organisation, superior, person } = await deskOf(c, services, forms.base);
    const { now } = c.var;
    const [reading, lights, regulations, work, cards] = await Promise.all([
      readings.organisation(scope, reader, now),
      readings.health.lights(scope, reader, now),
      readings.health.regulations(scope, reader),
      readings.health.openWork(scope, reader, now),
      readings.organisations(),
    ]);
    const mayMove = holders(organisation, ADMINISTRATORS, now).has(person);
    return (
      <OrganisationDeskPage
        frame={frame}
        organisation={organisation}
        reading={reading}
        standing={standingOf(organisation)}
        lights={lights}
        regulations={regulations}
        work={work}
        others={cards.filter((card) => card.id !== scope.organisation && isOpen(card))}
        parts={cards.filter(({ origin }) => origin === scope.organisation)}
        below={mayMove ? under(cards, scope.organisation).filter(isOpen) : []}
        isAbove={superior !== undefined && holders(superior, ADMINISTRATORS, now).has(person)}
        today={dayOf(now)}
        forms={{ ...forms, version: reading.streamVersion }}
        done={done}
      />
    );
  }
}

const isOpen = ({ successor }: OrganisationCard): boolean => successor === undefined;

import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { POWER_FORMS, REGISTER_FORMS } from '../forms/catalogue-forms.ts';
import { formRoutes } from '../forms/operation-forms.ts';
import { deskOf, placeOf } from '../frames.ts';
import { PowerPage, PowersDeskPage, PowersPage } from '../pages/catalogue-powers.tsx';
import type { SiteEnv, SiteServices } from '../services.ts';

const DESK = '/desk/o/:org/catalogue/powers';

/** 权力清单: as it was published, and as it is being worked on. */
export function powerRoutes(services: SiteServices): Hono<SiteEnv> {
  const { powers } = services.readings;
  const routes = new Hono<SiteEnv>();

  routes.get('/o/:org/powers', async (c) => {
    const { frame, scope, organisation, reader } = await placeOf(c, services);
    const text = c.req.query('version') ?? '';
    const version = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
    // As a reader, also whoever works here: this page is what is disclosed.
    const register = await powers.register(scope, { ...reader, official: false }, version);
    return c.html(
      <PowersPage
        frame={frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        register={register}
      />,
    );
  });

  formRoutes(routes, services, DESK, REGISTER_FORMS, async (c, { forms, done }) => {
    const { frame, scope, reader, organisation } = await deskOf(c, services);
    return (
      <PowersDeskPage
        frame={frame}
        organisation={scope.organisation}
        register={await powers.register(scope, reader)}
        people={peopleOf(organisation.people)}
        forms={forms}
        done={done}
      />
    );
  });

  formRoutes(routes, services, `${DESK}/:power`, POWER_FORMS, async (c, { forms, done }) => {
    const { frame, scope, reader, organisation } = await deskOf(c, services);
    const { work } = await powers.register(scope, reader);
    const power = work?.powers.find(({ id }) => id === c.req.param('power')) ?? refuse('not-found');
    return (
      <PowerPage
        frame={frame}
        organisation={scope.organisation}
        power={power}
        people={peopleOf(organisation.people)}
        forms={forms}
        done={done}
      />
    );
  });

  return routes;
}

const peopleOf = (people: Readonly<Record<string, { readonly id: string; readonly name: string }>>) =>
  Object.values(people).map(({ id, name }) => ({ value: id, name }));

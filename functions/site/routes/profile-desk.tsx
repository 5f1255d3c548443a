import { Hono } from 'hono';
import type { FormPage } from '../forms/operation-forms.ts';
import { formRoutes } from '../forms/operation-forms.ts';
import { PROFILE_FORMS } from '../forms/profile-forms.ts';
import { deskOf } from '../frames.ts';
import { ProfileDeskPage } from '../pages/profile-desk.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** What an organisation says about itself, for its office to keep. */
export function profileDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();
  formRoutes(routes, services, '/desk/o/:org/profile', PROFILE_FORMS, show);
  return routes;

  async function show(c: SiteContext, { forms, done }: FormPage) {
    const { frame, scope, reader, organisation } = await deskOf(c, services, forms.base);
    const [profile, rows] = await Promise.all([
      readings.profiles.work(scope, reader),
      readings.catalogue(scope, reader),
    ]);
    return (
      <ProfileDeskPage
        frame={frame}
        organisation={scope.organisation}
        profile={profile}
        people={Object.values(organisation.people)}
        rows={rows.map(({ row }) => row)}
        forms={{ ...forms, version: profile.streamVersion }}
        done={done}
      />
    );
  }
}

import { Hono } from 'hono';
import { isOfficeSystem } from '../../../domain/display/office-system.ts';
import type { CaseFormsProps } from '../components/case-form.tsx';
import { OFFICE_FORMS, SECRET_FIELDS } from '../forms/office-system-forms.ts';
import { type FormPage, formRoutes } from '../forms/operation-forms.ts';
import { deskOf } from '../frames.ts';
import { OfficeSystemPage } from '../pages/office-system.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** 办公系统（党内）: registered by those who look after displays. */
export function officeSystemRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings } = services;
  const routes = new Hono<SiteEnv>();
  formRoutes(routes, services, '/desk/o/:org/office-system', OFFICE_FORMS, show);
  return routes;

  async function show(c: SiteContext, { forms, done, secret }: FormPage) {
    const { frame, scope, reader, organisation } = await deskOf(c, services, forms.base);
    const systems = (await readings.displays.all(scope, reader)).filter(isOfficeSystem);
    return (
      <OfficeSystemPage
        frame={frame}
        organisation={scope.organisation}
        systems={systems}
        people={organisation.people}
        forms={withoutSecrets(forms)}
        done={done}
        secret={secret}
      />
    );
  }
}

function withoutSecrets({ refused, ...forms }: CaseFormsProps): CaseFormsProps {
  if (!refused) return forms;
  const { values, errors } = refused.filled;
  const kept = Object.entries(values).filter(([name]) => !SECRET_FIELDS.some((secret) => secret === name));
  return { ...forms, refused: { ...refused, filled: { values: Object.fromEntries(kept), errors } } };
}

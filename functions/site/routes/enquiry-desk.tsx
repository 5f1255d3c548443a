import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { findRow } from '../../../domain/catalogue/state.ts';
import { enquiryCommands } from '../../../domain/enquiry/commands.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { dayOf, isDay } from '../../../domain/kernel/time.ts';
import { parseInput } from '../../edge/input.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import { namesOf } from '../../shell/reading/names.ts';
import type { Tenants } from '../../shell/tenancy.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { enquiryOffers } from '../enquiry-offers.ts';
import { commandKey, seenVersion } from '../forms/command-key.ts';
import { isOfficeAction, OFFICE_FORMS, type OfficeAction } from '../forms/enquiry-actions.ts';
import { registerEnquiry } from '../forms/enquiry-form.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, readForm, type Sent } from '../forms/form-data.ts';
import { deskOf, idFrom, type Place, placeOf } from '../frames.ts';
import { EnquiryDeskPage } from '../pages/enquiry-desk.tsx';
import { EnquiryListPage, ReceptionsPage, UnmetPage } from '../pages/enquiry-lists.tsx';
import { EnquiryRegisterPage } from '../pages/enquiry-register.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** 依申请公开, for those who work on it: the register, the reception log, what is never given, and every case. */
export function enquiryDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, enquiries, permits, aggregates } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/desk/o/:org/enquiries';

  routes.get(base, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const cards = await readings.enquiries.all(scope, reader);
    return c.html(<EnquiryListPage frame={frame} organisation={scope.organisation} cards={cards} />);
  });

  routes.get(`${base}/register`, async (c) =>
    c.html(await registerPage(c, emptyForm({ channel: 'visit', speaker: 'parent', signed: 'signed' }))),
  );

  routes.post(`${base}/register`, async (c) => {
    const { scope } = await deskOf(c, services, pathOf(c));
    const result = await registerEnquiry(c, services, await readForm(c), true);
    if ('filled' in result) return c.html(await registerPage(c, result.filled), 422);
    return c.redirect(`/desk/o/${scope.organisation}/enquiries/${result.id}`, 303);
  });

  routes.get(`${base}/receptions`, async (c) => {
    const place = await deskOf(c, services);
    const { frame, scope, reader } = place;
    const log = await readings.enquiries.receptions(scope, reader, monthOf(c));
    return c.html(
      <ReceptionsPage
        frame={frame}
        organisation={scope.organisation}
        log={log}
        names={namesOf(tenantsOf(place))}
      />,
    );
  });

  routes.get(`${base}/unmet`, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const month = monthOf(c);
    const requests = await readings.enquiries.unmet(scope, reader, month);
    return c.html(
      <UnmetPage frame={frame} organisation={scope.organisation} month={month} requests={requests} />,
    );
  });

  routes.get(`${base}/:enquiry`, async (c) => {
    const done = c.req.query('done') ?? '';
    return c.html(await casePage(c, isOfficeAction(done) ? { done: OFFICE_FORMS[done].done } : {}));
  });

  routes.post(`${base}/:enquiry/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    if (!isOfficeAction(action)) return refuse('not-found');
    const sent = await readForm(c);
    try {
      await issue(c, action, sent);
      return c.redirect(`${pathOf(c)}/${idFrom(c, 'enquiry')}?done=${action}#main`, 303);
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === '' ? '' : `${action}.${path}`));
      return c.html(await casePage(c, { refused: { action, filled: { values: sent, errors } } }), 422);
    }
  });

  return routes;

  /** Not only for officials: whoever has to see to it need hold no seat. */
  async function issue(c: SiteContext, action: OfficeAction, sent: Sent): Promise<void> {
    if (!c.get('person')) refuse('not-signed-in');
    const { scope } = await placeOf(c, services, pathOf(c));
    const id = idFrom(c, 'enquiry');
    const { now, correlation } = c.var;
    const { type, read } = OFFICE_FORMS[action];
    await enquiries.issue(scope, id, {
      type,
      data: parseInput(enquiryCommands[type], read(sent)) as never,
      actor: await permits.worker(scope, askerOf(c), (somebody) => enquiries.involves(scope, id, somebody)),
      commandId: commandKey(sent),
      expectedVersion: seenVersion(sent),
      now,
      correlation,
    });
  }

  async function registerPage(c: SiteContext, filled: Filled) {
    const { frame, scope, organisation } = await deskOf(c, services, `${pathOf(c)}/register`);
    return (
      <EnquiryRegisterPage
        frame={frame}
        organisation={scope.organisation}
        filled={filled}
        commandId={randomUUID()}
        people={Object.values(organisation.people).map(({ id, name }) => ({ id, name }))}
      />
    );
  }

  async function casePage(
    c: SiteContext,
    extra: { done?: string; refused?: { action: OfficeAction; filled: Filled } },
  ) {
    const person = c.get('person')?.person ?? refuse('not-signed-in');
    const place = await placeOf(c, services, `${pathOf(c)}/${idFrom(c, 'enquiry')}`);
    const { frame, scope, reader, organisation } = place;
    const reading = await readings.enquiries.one(scope, idFrom(c, 'enquiry'), reader);
    const { enquiry } = reading.work ?? refuse('not-found');
    const tenants = tenantsOf(place);
    return (
      <EnquiryDeskPage
        frame={frame}
        organisation={scope.organisation}
        reading={reading}
        enquiry={enquiry}
        rows={await rowNames(scope, enquiry.rows)}
        offers={enquiryOffers(enquiry, tenants, person, c.var.now)}
        people={Object.values(organisation.people).map(({ id, name }) => ({ id, name }))}
        names={namesOf(tenants)}
        forms={{
          base: `/desk/o/${scope.organisation}/enquiries/${reading.id}`,
          commandId: randomUUID(),
          version: reading.streamVersion,
          refused: extra.refused,
        }}
        done={extra.done}
      />
    );
  }

  async function rowNames(scope: OrgScope, rows: readonly string[]): Promise<readonly string[]> {
    const { state } = await loadCatalogue(aggregates, scope);
    return rows.flatMap((id) => {
      const row = findRow(state, id);
      return row ? [nameOf(row)] : [];
    });
  }
}

const tenantsOf = ({ organisation, superior }: Place): Tenants => ({
  organisation,
  ...(superior && { superior }),
});

const pathOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/enquiries`;

/** The month in the address, or the current one. */
function monthOf(c: SiteContext): string {
  const month = c.req.query('month') ?? '';
  return isDay(`${month}-01`) ? month : dayOf(c.var.now).slice(0, 7);
}

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { enquiryCommands } from '../../../domain/enquiry/commands.ts';
import { enquiryRules } from '../../../domain/enquiry/rules.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { LIMITS } from '../../../domain/limits.ts';
import { parseInput } from '../../edge/input.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { ASKER_FORMS, isAskerAction } from '../forms/enquiry-actions.ts';
import { enquiryForm, registerEnquiry } from '../forms/enquiry-form.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, one, readForm, type Sent } from '../forms/form-data.ts';
import { CODE_UNKNOWN, idForCode, orNothing } from '../forms/receipt-code.ts';
import { idFrom, placeOf, scopeFrom } from '../frames.ts';
import { AskPage } from '../pages/enquiries.tsx';
import { EnquiryCodePage, EnquiryFollowPage, EnquiryRegisteredPage } from '../pages/enquiry-follow.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

interface Shown {
  readonly code?: string | undefined;
  readonly done?: string;
  readonly refused?: { readonly action: string; readonly filled: Filled };
}

/** 依申请公开, for whoever asks: look, ask, follow by the receipt or under one's name, answer, complain. */
export function enquiryRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, enquiries, permits, voice } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/o/:org/enquiries';

  routes.get(base, async (c) => c.html(await askPage(c)));

  routes.post(base, async (c) => {
    const result = await registerEnquiry(c, services, await readForm(c));
    if ('filled' in result) return c.html(await askPage(c, result.filled), 422);
    const { frame, scope } = await placeOf(c, services, pathOf(c));
    return c.html(<EnquiryRegisteredPage frame={frame} organisation={scope.organisation} {...result} />);
  });

  routes.get(`${base}/follow`, async (c) => c.html(await codePage(c, emptyForm())));

  routes.post(`${base}/follow`, async (c) => {
    const code = one(await readForm(c), 'code');
    const id = await idForCode(c, services, code);
    const page = id === undefined ? undefined : await casePage(c, id, { code }).catch(orNothing);
    if (page) return c.html(page);
    return c.html(await codePage(c, { values: {}, errors: [CODE_UNKNOWN] }), 422);
  });

  routes.post(`${base}/follow/:action`, async (c) => {
    const sent = await readForm(c);
    const code = one(sent, 'code');
    return act(c, sent, (await idForCode(c, services, code)) ?? refuse('not-found'), code);
  });

  routes.get(`${base}/:enquiry`, async (c) => {
    const person = c.get('person') ?? refuse('not-signed-in');
    const id = idFrom(c, 'enquiry');
    const { scope, reader } = await placeOf(c, services);
    const { work } = await readings.enquiries.one(scope, id, reader);
    const isOwn = work?.enquiry.asker === person.person;
    if (work && !isOwn) return c.redirect(`/desk/o/${scope.organisation}/enquiries/${id}`, 303);
    return c.html(await casePage(c, id, {}));
  });

  routes.post(`${base}/:enquiry/:action`, async (c) => {
    if (!c.get('person')) refuse('not-signed-in');
    return act(c, await readForm(c), idFrom(c, 'enquiry'), undefined);
  });

  return routes;

  async function askPage(c: SiteContext, filled?: Filled) {
    const { frame, scope, reader, organisation, superior } = await placeOf(c, services, pathOf(c));
    const query = (filled ? one(filled.values as Sent, 'subject') : (c.req.query('q') ?? '').trim()).slice(
      0,
      LIMITS.title,
    );
    const isAsked = query !== '' || filled !== undefined;
    const [matches, own] = await Promise.all([
      query === '' ? [] : readings.matches(scope, reader, query),
      reader.person === undefined ? [] : readings.enquiries.own(scope, reader.person),
    ]);
    return (
      <AskPage
        frame={frame}
        organisation={scope.organisation}
        rules={enquiryRules(organisation.policy, superior?.policy)}
        query={query}
        matches={matches}
        form={
          isAsked ? enquiryForm(reader, voice.challenges, c.var.now, { subject: query, filled }) : undefined
        }
        own={own}
      />
    );
  }

  async function codePage(c: SiteContext, filled: Filled) {
    const { frame, scope } = await placeOf(c, services, `${pathOf(c)}/follow`);
    return <EnquiryCodePage frame={frame} organisation={scope.organisation} filled={filled} />;
  }

  async function act(c: SiteContext, sent: Sent, id: string, code: string | undefined): Promise<Response> {
    const action = c.req.param('action') ?? '';
    if (!isAskerAction(action)) return refuse('not-found');
    const { type, read, done } = ASKER_FORMS[action];
    const scope = scopeFrom(c);
    const holdsReceipt = code !== undefined;
    const asker = askerOf(c);
    try {
      await enquiries.issue(scope, id, {
        type,
        data: parseInput(enquiryCommands[type], read(sent)) as never,
        // A holder of the receipt stays nobody, also when signed in.
        actor: holdsReceipt
          ? await permits.speaker(scope, asker, true)
          : await permits.worker(scope, asker, (person) => enquiries.involves(scope, id, person)),
        holdsReceipt,
        commandId: commandKey(sent),
        now: c.var.now,
        correlation: c.var.correlation,
      });
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === '' ? '' : `${action}.${path}`));
      return c.html(
        await casePage(c, id, { code, refused: { action, filled: { values: sent, errors } } }),
        422,
      );
    }
    return c.html(await casePage(c, id, { code, done }));
  }

  async function casePage(c: SiteContext, id: string, { code, done, refused }: Shown) {
    const { frame, scope, reader } = await placeOf(c, services, `${pathOf(c)}/follow`);
    const { organisation } = scope;
    const reading = await readings.enquiries.one(scope, id, reader, code !== undefined);
    const base = `/o/${organisation}/enquiries/${code === undefined ? id : 'follow'}`;
    return (
      <EnquiryFollowPage
        frame={frame}
        organisation={organisation}
        reading={reading}
        forms={{ base, commandId: randomUUID(), code, refused }}
        done={done}
      />
    );
  }
}

const pathOf = (c: SiteContext): string => `/o/${c.req.param('org')}/enquiries`;

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { findRow } from '../../../domain/catalogue/state.ts';
import { type ItemCommand, itemCommands } from '../../../domain/item/commands.ts';
import { resultsOf } from '../../../domain/item/pairs.ts';
import { documentTypeOf, latest } from '../../../domain/item/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { parseInput } from '../../edge/input.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import { askerOf } from '../asking.ts';
import { checkProps } from '../check.ts';
import type { Filled } from '../components/field.tsx';
import { offersFor } from '../desk-actions.ts';
import { COMMAND_FORMS, type DeskAction, deskField, isDeskAction } from '../forms/command-forms.ts';
import { commandKey, seenVersion } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, readForm, type Sent } from '../forms/form-data.ts';
import { idFrom, itemDeskOf } from '../frames.ts';
import { surveysAbout } from '../item-surveys.tsx';
import { ItemDeskPage } from '../pages/item-desk.tsx';
import { ProposeCheckPage } from '../pages/propose-check.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { waitsFor } from '../waits-for.ts';

type ItemDesk = Awaited<ReturnType<typeof itemDeskOf>>;

/** One item on the desk: the third screen of a proposal, and every step after it. */
export function itemDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, items, permits, aggregates } = services;
  const routes = new Hono<SiteEnv>();
  const item = '/desk/o/:org/items/:item';

  routes.get(item, async (c) => {
    const done = c.req.query('done') ?? '';
    return c.html(await deskPage(c, isDeskAction(done) ? { done: COMMAND_FORMS[done].done } : {}));
  });

  routes.get(`${item}/check`, async (c) => c.html(await checkPage(c, emptyForm())));

  routes.post(`${item}/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    if (!isDeskAction(action)) return refuse('not-found');
    const sent = await readForm(c);
    try {
      await issue(c, action, sent);
      // Without a fragment of its own the address would keep the form's, and jump past what is told.
      return c.redirect(`${pathOf(c)}?done=${action}#main`, 303);
    } catch (error) {
      const filled = { values: sent, errors: fieldErrors(error, deskField(action)) };
      const page = action === 'submit' ? checkPage(c, filled) : deskPage(c, { refused: { action, filled } });
      return c.html(await page, 422);
    }
  });

  return routes;

  async function issue(c: SiteContext, action: DeskAction, sent: Sent): Promise<void> {
    const { scope } = await itemDeskOf(c, services, pathOf(c));
    const id = idFrom(c, 'item');
    const { now, correlation } = c.var;
    const form = COMMAND_FORMS[action];
    await items.issue(scope, id, {
      type: form.type,
      data: parseInput(itemCommands[form.type], form.read(sent)) as ItemCommand['data'],
      actor: await permits.worker(scope, askerOf(c), (asked) => permits.isAsked(scope, id, asked)),
      commandId: commandKey(sent),
      expectedVersion: seenVersion(sent),
      now,
      correlation,
    });
  }

  async function deskPage(
    c: SiteContext,
    extra: { done?: string; refused?: { action: DeskAction; filled: Filled } },
  ) {
    const desk = await itemDeskOf(c, services, pathOf(c));
    const { item: state, phase, people } = desk.work;
    const { tenants } = desk;
    const offers = offersFor(state, tenants, desk.person, c.var.now);
    return (
      <ItemDeskPage
        frame={desk.frame}
        reading={desk.reading}
        item={state}
        phase={phase}
        people={people}
        members={Object.values(desk.organisation.people).map(({ id, name }) => ({ id, name }))}
        results={offers.actions.has('close') ? await resultsNaming(desk) : []}
        surveys={await surveysAbout(services, desk, desk.reading.id, c.var.now)}
        offers={offers}
        uploads={offers.actions.has('proof') ? await uploadsFor(c, desk) : { files: [] }}
        waitsFor={waitsFor(state, tenants, people, c.var.now)}
        commandId={randomUUID()}
        {...extra}
      />
    );
  }

  async function uploadsFor(c: SiteContext, { scope, reader, reading }: ItemDesk) {
    const files = await readings.items.uploads(scope, reading.id, reader);
    return { files: files.filter(({ stage }) => stage === 'accepted'), attach: c.req.query('attach') };
  }

  /** Disclosed items that name this one as their plan; none of what is no plan. */
  async function resultsNaming({ scope, reader, work, reading }: ItemDesk) {
    if (latest(work.item).content.pair?.part !== 'plan') return [];
    const cards = resultsOf(await readings.items.all(scope, reader), reading.id);
    return cards.map(({ id, title }) => ({ id, title }));
  }

  async function checkPage(c: SiteContext, filled: Filled) {
    const desk = await itemDeskOf(c, services, `${pathOf(c)}/check`);
    const { scope, organisation, tenants, reading } = desk;
    const { item: state, people } = desk.work;
    const version = latest(state);
    const [{ state: rows }, { forms: vocabulary }] = await Promise.all([
      loadCatalogue(aggregates, scope),
      readings.catalogues.current(),
    ]);
    const row = findRow(rows, version.content.row) ?? refuse('not-found');
    return (
      <ProposeCheckPage
        frame={desk.frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        item={reading.id}
        files={reading.files}
        content={version.content}
        type={documentTypeOf(version)}
        people={people}
        maySubmit={offersFor(state, tenants, desk.person, c.var.now).actions.has('submit')}
        filled={filled}
        hidden={{ command: randomUUID(), version: String(reading.streamVersion) }}
        {...checkProps(version, row, organisation, reading.files, vocabulary, c.var.now)}
      />
    );
  }
}

const pathOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/items/${c.req.param('item')}`;

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { CATALOGUE_ID, catalogue } from '../../../domain/catalogue/catalogue.ts';
import { findRow } from '../../../domain/catalogue/state.ts';
import { type ItemCommand, itemCommands } from '../../../domain/item/commands.ts';
import { latest } from '../../../domain/item/state.ts';
import { Refusal, refuse } from '../../../domain/kernel/refusal.ts';
import { parseInput } from '../../edge/input.ts';
import { checkProps } from '../check.ts';
import type { Filled } from '../components/field.tsx';
import { offersFor } from '../desk-actions.ts';
import { COMMAND_FORMS, type DeskAction, deskField, isDeskAction } from '../forms/command-forms.ts';
import { commandKey, seenVersion } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, readForm, type Sent } from '../forms/form-data.ts';
import { deskOf, idFrom } from '../frames.ts';
import { ItemDeskPage } from '../pages/item-desk.tsx';
import { ProposeCheckPage } from '../pages/propose-check.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { waitsFor } from '../waits-for.ts';

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
      if (!(error instanceof Refusal) || ['unknown', 'not-signed-in'].includes(error.text.kind)) throw error;
      const filled = { values: sent, errors: fieldErrors(error, deskField(action)) };
      const page = action === 'submit' ? checkPage(c, filled) : deskPage(c, { refused: { action, filled } });
      return c.html(await page, 422);
    }
  });

  return routes;

  async function issue(c: SiteContext, action: DeskAction, sent: Sent): Promise<void> {
    const { scope, person } = await deskOf(c, services, pathOf(c));
    const { now, correlation } = c.var;
    const form = COMMAND_FORMS[action];
    await items.issue(scope, idFrom(c, 'item'), {
      type: form.type,
      data: parseInput(itemCommands[form.type], form.read(sent)) as ItemCommand['data'],
      actor: await permits.worker(scope, { person, actingSeat: undefined, now }),
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
    const desk = await deskOf(c, services, pathOf(c));
    const reading = await readings.item(desk.scope, idFrom(c, 'item'), desk.reader);
    const { item: state, phase, people } = reading.work ?? refuse('not-found');
    const tenants = {
      organisation: desk.organisation,
      ...(desk.superior && { superior: desk.superior }),
    };
    return (
      <ItemDeskPage
        frame={desk.frame}
        reading={reading}
        item={state}
        phase={phase}
        people={people}
        members={Object.values(desk.organisation.people).map(({ id, name }) => ({ id, name }))}
        offers={offersFor(state, tenants, desk.person, c.var.now)}
        waitsFor={waitsFor(state, tenants, people, c.var.now)}
        commandId={randomUUID()}
        {...extra}
      />
    );
  }

  async function checkPage(c: SiteContext, filled: Filled) {
    const desk = await deskOf(c, services, `${pathOf(c)}/check`);
    const { scope, organisation } = desk;
    const id = idFrom(c, 'item');
    const reading = await readings.item(scope, id, desk.reader);
    const { item: state, people } = reading.work ?? refuse('not-found');
    const version = latest(state);
    const { state: rows } = await aggregates.load(scope.stream('CATALOGUE', CATALOGUE_ID), catalogue);
    const row = findRow(rows, version.content.row) ?? refuse('not-found');
    return (
      <ProposeCheckPage
        frame={desk.frame}
        organisation={{ id: scope.organisation, name: organisation.name }}
        item={id}
        content={version.content}
        people={people}
        filled={filled}
        hidden={{ command: randomUUID(), version: String(reading.streamVersion) }}
        {...checkProps(version, row, organisation)}
      />
    );
  }
}

const pathOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/items/${c.req.param('item')}`;

import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { dueAfter } from '../../../domain/calendar/due-date.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { effectiveRows } from '../../../domain/catalogue/state.ts';
import type { FeedbackCard } from '../../../domain/feedback/card.ts';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import type { Feedback } from '../../../domain/feedback/state.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { dayOf } from '../../../domain/kernel/time.ts';
import { mayWork } from '../../../domain/visibility.ts';
import { parseInput } from '../../edge/input.ts';
import { Calendars } from '../../shell/calendars.ts';
import { loadCatalogue } from '../../shell/load-catalogue.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey, seenVersion } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { readForm, type Sent } from '../forms/form-data.ts';
import { isOpinionAction, OPINION_ACTIONS, type OpinionAction } from '../forms/opinion-actions.ts';
import { promoteOpinion } from '../forms/promotion.ts';
import { deskOf, idFrom, type Place, placeOf } from '../frames.ts';
import { OpinionDeskPage } from '../pages/opinion-desk.tsx';
import { isIn, TRIAGE_FILTERS, type TriageFilter, TriagePage } from '../pages/opinion-triage.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Opinions for those who work on them: all of them, and one with everything that may be done with it. */
export function opinionDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, feedback, permits, aggregates, settings } = services;
  const calendars = new Calendars(aggregates, settings.district);
  const routes = new Hono<SiteEnv>();
  const opinions = '/desk/o/:org/opinions';

  routes.get(opinions, async (c) => {
    const { frame, scope, reader, organisation } = await deskOf(c, services);
    const show = c.req.query('show') ?? '';
    const filter = Object.hasOwn(TRIAGE_FILTERS, show) ? (show as TriageFilter) : 'open';
    return c.html(
      <TriagePage
        frame={frame}
        organisation={scope.organisation}
        cards={await readings.opinions.all(scope, reader)}
        filter={filter}
        today={dayOf(c.var.now)}
        nameOf={(person) => organisation.people[person]?.name ?? person}
      />,
    );
  });

  routes.get(`${opinions}/:opinion`, async (c) => {
    const done = c.req.query('done') ?? '';
    return c.html(await page(c, isOpinionAction(done) ? { done: OPINION_ACTIONS[done].done } : {}));
  });

  routes.post(`${opinions}/:opinion/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    if (!isOpinionAction(action)) return refuse('not-found');
    const sent = await readForm(c);
    try {
      await issue(c, action, sent);
      return c.redirect(`${pathOf(c)}?done=${action}#main`, 303);
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === '' ? '' : `${action}.${path}`));
      return c.html(await page(c, { refused: { action, filled: { values: sent, errors } } }), 422);
    }
  });

  return routes;

  async function issue(c: SiteContext, action: OpinionAction, sent: Sent): Promise<void> {
    const place = await placeFor(c);
    const { scope, id } = place;
    const { now, correlation } = c.var;
    const { type, read } = OPINION_ACTIONS[action];
    const actor = await permits.worker(scope, askerOf(c), (somebody) =>
      permits.ownsFeedback(scope, id, somebody),
    );
    const occasion = { actor, commandId: commandKey(sent), now, correlation };
    const item = action === 'promote' ? await promoteOpinion(services, place, id, sent, occasion) : undefined;
    await feedback.issue(scope, id, {
      ...occasion,
      type,
      data: parseInput(feedbackCommands[type], item === undefined ? read(sent) : { item }),
      expectedVersion: seenVersion(sent),
    });
  }

  /** Not only for officials: whoever has to answer it need hold no seat. */
  async function placeFor(c: SiteContext): Promise<Place & { readonly person: string; readonly id: string }> {
    const person = c.get('person')?.person ?? refuse('not-signed-in');
    return { ...(await placeOf(c, services, pathOf(c))), person, id: idFrom(c, 'opinion') };
  }

  async function page(
    c: SiteContext,
    extra: { done?: string; refused?: { action: OpinionAction; filled: Filled } },
  ) {
    const place = await placeFor(c);
    const { scope, reader, frame, organisation, id } = place;
    const reading = await readings.opinions.one(scope, id, reader);
    const about = reading.feedback.item;
    const item =
      about === undefined ? undefined : await readings.items.one(scope, about, reader).catch(() => undefined);
    const title = item?.shown?.content.title;
    return (
      <OpinionDeskPage
        frame={frame}
        organisation={scope.organisation}
        reading={reading}
        about={about !== undefined && title !== undefined ? { id: about, title } : undefined}
        due={await explained(reading.feedback)}
        choices={{
          people: Object.values(organisation.people).map((each) => ({ value: each.id, name: each.name })),
          others: await othersOf(place, id, reading.feedback, c),
          rows: reading.feedback.closed ? await rowsOf(place) : [],
        }}
        commandId={randomUUID()}
        {...extra}
      />
    );
  }

  /** By the calendar as it is now; where that has changed since, the day stands and nothing is explained. */
  async function explained({ days, receivedAt, dueOn }: Feedback) {
    if (days === undefined) return undefined;
    const { calendar } = await calendars.current();
    const { due, explanation } = dueAfter({ from: dayOf(receivedAt), days, counting: 'working' }, calendar);
    return due === dueOn ? explanation : undefined;
  }

  async function othersOf({ scope, reader }: Place, id: string, own: Feedback, c: Context) {
    if (!mayWork(reader, scope.organisation)) return [];
    const isAlike = (card: FeedbackCard) =>
      card.item === own.item && card.kind === own.kind && card.id !== id;
    const cards = await readings.opinions.all(scope, reader);
    return cards
      .filter((card) => isAlike(card) && isIn('open', card, dayOf(c.var.now)))
      .map((card) => ({ value: card.id, name: card.excerpt }));
  }

  async function rowsOf({ scope }: Place) {
    const { state } = await loadCatalogue(aggregates, scope);
    return effectiveRows(state).map((row) => ({ value: row.id, name: nameOf(row) }));
  }
}

const pathOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/opinions/${c.req.param('opinion')}`;

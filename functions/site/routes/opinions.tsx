import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { refuse } from '../../../domain/kernel/refusal.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { parseInput } from '../../edge/input.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, one, readForm, type Sent } from '../forms/form-data.ts';
import { leaveOpinion, opinionForm } from '../forms/opinion-form.ts';
import { CODE_UNKNOWN, idForCode, orNothing } from '../forms/receipt-code.ts';
import { idFrom, placeOf, scopeFrom } from '../frames.ts';
import { type FollowAction, FollowPage } from '../pages/opinion-follow.tsx';
import { OpinionsPage, ReceivedPage } from '../pages/opinions.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const ACTIONS = {
  add: { type: 'AddToFeedback', field: 'text', done: '已补充。' },
  reopen: { type: 'ReopenFeedback', field: 'reason', done: '已要求重新办理。' },
} as const;
const isAction = (text: string): text is FollowAction => Object.hasOwn(ACTIONS, text);

/** 意见建议, for whoever speaks: with the organisation as such, and afterwards by the receipt or under their name. */
export function opinionRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, feedback, permits, voice, settings } = services;
  const routes = new Hono<SiteEnv>();
  const opinions = '/o/:org/opinions';

  routes.get(opinions, async (c) => c.html(await opinionsPage(c)));

  routes.post(opinions, async (c) => {
    const left = await leaveOpinion(c, services, await readForm(c));
    if ('filled' in left) return c.html(await opinionsPage(c, left.filled), 422);
    const { frame, scope } = await placeOf(c, services, pathOf(c));
    const back = { href: pathOf(c), name: '意见建议' };
    return c.html(<ReceivedPage frame={frame} organisation={scope.organisation} back={back} {...left} />);
  });

  routes.get(`${opinions}/follow`, async (c) => c.html(await followPage(c, { filled: emptyForm() })));

  routes.post(`${opinions}/follow`, async (c) => {
    const code = one(await readForm(c), 'code');
    const id = await idForCode(c, services, code);
    const page =
      id === undefined ? undefined : await followPage(c, { id, code, filled: emptyForm() }).catch(orNothing);
    if (page) return c.html(page);
    return c.html(await followPage(c, { filled: { values: {}, errors: [CODE_UNKNOWN] } }), 422);
  });

  routes.post(`${opinions}/follow/:action`, async (c) => {
    const sent = await readForm(c);
    const code = one(sent, 'code');
    return act(c, sent, (await idForCode(c, services, code)) ?? refuse('not-found'), code);
  });

  routes.post(`${opinions}/:opinion/:action`, async (c) => {
    if (!c.get('person')) refuse('not-signed-in');
    return act(c, await readForm(c), idFrom(c, 'opinion'), undefined);
  });

  /** Where reminders lead: whoever works on it to the desk, whoever left it to how it fares. */
  routes.get(`${opinions}/:opinion`, async (c) => {
    if (!c.get('person')) refuse('not-signed-in');
    const { scope, reader } = await placeOf(c, services);
    const id = idFrom(c, 'opinion');
    const works = await readings.opinions.one(scope, id, reader).catch(orNothing);
    if (works) return c.redirect(`/desk/o/${scope.organisation}/opinions/${id}`, 303);
    return c.html(await followPage(c, { id, filled: emptyForm() }));
  });

  return routes;

  async function opinionsPage(c: SiteContext, filled?: Filled) {
    const { frame, scope, reader } = await placeOf(c, services, pathOf(c));
    return (
      <OpinionsPage
        frame={frame}
        organisation={scope.organisation}
        form={opinionForm(reader, voice.challenges, c.var.now, filled)}
        answers={await readings.opinions.organisationAnswers(scope, { ...reader, official: false })}
        url={`${settings.publicUrl}${pathOf(c)}`}
      />
    );
  }

  async function act(c: SiteContext, sent: Sent, id: string, code: string | undefined): Promise<Response> {
    const action = c.req.param('action') ?? '';
    if (!isAction(action)) return refuse('not-found');
    const { type, field, done } = ACTIONS[action];
    const scope = scopeFrom(c);
    const holdsReceipt = code !== undefined;
    try {
      await feedback.issue(scope, id, {
        type,
        data: parseInput(feedbackCommands[type], { [field]: one(sent, `${action}.text`) }),
        actor: await actorOf(c, scope, id, holdsReceipt),
        holdsReceipt,
        commandId: commandKey(sent),
        now: c.var.now,
        correlation: c.var.correlation,
      });
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === '' ? '' : `${action}.text`));
      const page = { id, code, refused: action, filled: { values: sent, errors } };
      return c.html(await followPage(c, page), 422);
    }
    return c.html(await followPage(c, { id, code, filled: emptyForm(), done }));
  }

  /** A holder of the receipt stays nobody, also when signed in. */
  function actorOf(c: SiteContext, scope: OrgScope, id: string, holdsReceipt: boolean) {
    const asker = askerOf(c);
    if (holdsReceipt) return permits.speaker(scope, asker, true);
    return permits.worker(scope, asker, (person) => permits.ownsFeedback(scope, id, person));
  }

  async function followPage(
    c: SiteContext,
    {
      id,
      ...props
    }: {
      id?: string;
      code?: string | undefined;
      filled: Filled;
      refused?: FollowAction;
      done?: string;
    },
  ) {
    const { frame, scope, reader } = await placeOf(c, services, `${pathOf(c)}/follow`);
    const holds = props.code !== undefined;
    const reading = id === undefined ? undefined : await readings.opinions.followed(scope, id, reader, holds);
    return (
      <FollowPage
        frame={frame}
        organisation={scope.organisation}
        reading={reading}
        commandId={randomUUID()}
        {...props}
      />
    );
  }
}

const pathOf = (c: SiteContext): string => `/o/${c.req.param('org')}/opinions`;

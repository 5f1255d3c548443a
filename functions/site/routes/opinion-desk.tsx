import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { feedbackCommands } from '../../../domain/feedback/commands.ts';
import { Refusal, refuse } from '../../../domain/kernel/refusal.ts';
import { parseInput } from '../../edge/input.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey, seenVersion } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { given, one, readForm, type Sent } from '../forms/form-data.ts';
import { idFrom, placeOf } from '../frames.ts';
import { type OpinionAction, OpinionDeskPage } from '../pages/opinion-desk.tsx';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

const ACTIONS = {
  assign: {
    type: 'AssignFeedback',
    read: (sent: Sent) => ({ owner: one(sent, 'assign.owner'), ...given(sent, 'dueOn', 'assign.dueOn') }),
    done: '已分办。',
  },
  answer: {
    type: 'AnswerFeedback',
    read: (sent: Sent) => ({ text: one(sent, 'answer.text'), outcome: one(sent, 'answer.outcome') }),
    done: '答复已记录。',
  },
  close: {
    type: 'CloseFeedback',
    read: (sent: Sent) => given(sent, 'reason', 'close.reason'),
    done: '已办结。',
  },
} as const;

const isAction = (text: string): text is OpinionAction => Object.hasOwn(ACTIONS, text);

/** One opinion for those who work on it: hand it to somebody, answer it, close it. */
export function opinionDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, feedback, permits } = services;
  const routes = new Hono<SiteEnv>();
  const opinion = '/desk/o/:org/opinions/:opinion';

  routes.get(opinion, async (c) => {
    const done = c.req.query('done') ?? '';
    return c.html(await page(c, isAction(done) ? { done: ACTIONS[done].done } : {}));
  });

  routes.post(`${opinion}/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    if (!isAction(action)) return refuse('not-found');
    const sent = await readForm(c);
    try {
      await issue(c, action, sent);
      return c.redirect(`${pathOf(c)}?done=${action}#main`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || ['unknown', 'not-signed-in'].includes(error.text.kind)) throw error;
      const errors = fieldErrors(error, (path) => (path === '' ? '' : `${action}.${path}`));
      return c.html(await page(c, { refused: { action, filled: { values: sent, errors } } }), 422);
    }
  });

  return routes;

  async function issue(c: SiteContext, action: OpinionAction, sent: Sent): Promise<void> {
    const { scope, person, id } = await placeFor(c);
    const { now, correlation } = c.var;
    const { type, read } = ACTIONS[action];
    await feedback.issue(scope, id, {
      type,
      data: parseInput(feedbackCommands[type], read(sent)),
      actor: await permits.worker(scope, { person, actingSeat: undefined, now }, (somebody) =>
        permits.ownsFeedback(scope, id, somebody),
      ),
      commandId: commandKey(sent),
      expectedVersion: seenVersion(sent),
      now,
      correlation,
    });
  }

  /** Not only for officials: whoever has to answer it need hold no seat. */
  async function placeFor(c: SiteContext) {
    const person = c.get('person')?.person ?? refuse('not-signed-in');
    return { ...(await placeOf(c, services, pathOf(c))), person, id: idFrom(c, 'opinion') };
  }

  async function page(
    c: SiteContext,
    extra: { done?: string; refused?: { action: OpinionAction; filled: Filled } },
  ) {
    const { scope, reader, frame, organisation, id } = await placeFor(c);
    const reading = await readings.opinion(scope, id, reader);
    const about = reading.feedback.item;
    const item =
      about === undefined ? undefined : await readings.item(scope, about, reader).catch(() => undefined);
    const title = item?.shown?.content.title;
    return (
      <OpinionDeskPage
        frame={frame}
        organisation={scope.organisation}
        reading={reading}
        about={about !== undefined && title !== undefined ? { id: about, title } : undefined}
        people={Object.values(organisation.people).map(({ id, name }) => ({ id, name }))}
        commandId={randomUUID()}
        {...extra}
      />
    );
  }
}

const pathOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/opinions/${c.req.param('opinion')}`;

import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { lazily } from '../../api/lazily.ts';
import { parseInput } from '../../edge/input.ts';
import { askerOf } from '../asking.ts';
import type { CaseFormsProps } from '../components/case-form.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { readForm, type Sent } from '../forms/form-data.ts';
import { isTopicAction, TOPIC_FORMS, type TopicAction } from '../forms/topic-actions.ts';
import { deskOf, idFrom } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Few requests of a start need them. */
const schemas = lazily(() => import('../../../domain/topic/commands.ts'));
const pages = lazily(() => import('../pages/topic-desk.tsx'));

/** 群众关注, for those who have to answer. */
export function topicDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, topics, permits } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/desk/o/:org/topics';

  routes.get(base, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const { TopicDeskListPage } = await pages();
    const ranked = await readings.topics.ranked(scope, reader);
    return c.html(<TopicDeskListPage frame={frame} organisation={scope.organisation} topics={ranked} />);
  });

  routes.get(`${base}/:topic`, async (c) => {
    const done = c.req.query('done') ?? '';
    return c.html(await page(c, { done: isTopicAction(done) ? TOPIC_FORMS[done].done : undefined }));
  });

  routes.post(`${base}/:topic/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    if (!isTopicAction(action)) return refuse('not-found');
    const sent = await readForm(c);
    try {
      await issue(c, action, sent);
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === '' ? '' : `${action}.${path}`));
      return c.html(await page(c, { refused: { action, filled: { values: sent, errors } } }), 422);
    }
    return c.redirect(`${pathOf(c)}?done=${action}#main`, 303);
  });

  return routes;

  async function issue(c: SiteContext, action: TopicAction, sent: Sent): Promise<void> {
    const { scope, person } = await deskOf(c, services, pathOf(c));
    const { now, correlation } = c.var;
    const { type, read } = TOPIC_FORMS[action];
    const { topicCommands } = await schemas();
    await topics.issue(scope, idFrom(c, 'topic'), {
      type,
      data: parseInput(topicCommands[type], read(sent)) as never,
      actor: await permits.worker(scope, askerOf(c)),
      person,
      commandId: commandKey(sent),
      now,
      correlation,
    });
  }

  async function page(
    c: SiteContext,
    { done, refused }: { done?: string | undefined; refused?: CaseFormsProps['refused'] },
  ) {
    const { frame, scope, reader } = await deskOf(c, services, pathOf(c));
    const id = idFrom(c, 'topic');
    const { TopicDeskPage } = await pages();
    const [topic, ranked] = await Promise.all([
      readings.topics.one(scope, id, reader),
      readings.topics.ranked(scope, reader),
    ]);
    return (
      <TopicDeskPage
        frame={frame}
        organisation={scope.organisation}
        topic={topic}
        others={ranked.filter(
          (each) => each.id !== id && each.stage === 'open' && each.audience === topic.audience,
        )}
        forms={{ base: pathOf(c), commandId: randomUUID(), refused }}
        done={done}
      />
    );
  }
}

const pathOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/topics/${c.req.param('topic')}`;

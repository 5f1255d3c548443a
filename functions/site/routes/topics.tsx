import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { TOPIC_AUDIENCES } from '../../../domain/topic/vocabulary.ts';
import { maySee } from '../../../domain/visibility.ts';
import { idFor } from '../../api/ids.ts';
import { lazily } from '../../api/lazily.ts';
import { parseInput } from '../../edge/input.ts';
import { supporterOf } from '../../shell/pseudonyms.ts';
import { askerOf } from '../asking.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, given, one, readForm, type Sent } from '../forms/form-data.ts';
import { addressOf, machineLike } from '../forms/opinion-form.ts';
import { idFrom, placeOf, scopeFrom } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';
import { AUDIENCE_HINTS, AUDIENCE_NAMES } from '../words.ts';

/** Few requests of a start need them. */
const schemas = lazily(() => import('../../../domain/topic/commands.ts'));
const pages = lazily(() => import('../pages/topics.tsx'));

/** 群众关注, for everybody: the ranking, one topic, raising one and supporting one. */
export function topicRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, topics, permits, voice } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/o/:org/topics';

  routes.get(base, async (c) => c.html(await listPage(c)));

  routes.post(base, async (c) => {
    const sent = await readForm(c);
    if (c.get('person') === undefined)
      await voice.guard.admit(scopeFrom(c), 'leave', addressOf(c), c.var.now);
    try {
      const wrong = await raise(c, sent);
      if (wrong) return c.html(await listPage(c, { values: sent, errors: [wrong] }), 422);
    } catch (error) {
      return c.html(await listPage(c, { values: sent, errors: fieldErrors(error, (path) => path) }), 422);
    }
    return c.redirect(`${pathOf(c)}?done=raised#main`, 303);
  });

  routes.get(`${base}/:topic`, async (c) => {
    const { frame, scope, reader } = await placeOf(c, services);
    const topic = await readings.topics.one(scope, idFrom(c, 'topic'), reader, supporter(c));
    const { TopicPage } = await pages();
    const done = c.req.query('done') === 'supported' ? '您的支持已计入。' : undefined;
    return c.html(
      <TopicPage
        frame={frame}
        organisation={scope.organisation}
        topic={topic}
        command={randomUUID()}
        done={done}
      />,
    );
  });

  routes.post(`${base}/:topic/support`, async (c) => {
    if (!c.get('person')) refuse('not-signed-in');
    const id = idFrom(c, 'topic');
    await issue(c, id, 'SupportTopic', {}, commandKey(await readForm(c)));
    return c.redirect(`${pathOf(c)}/${id}?done=supported#main`, 303);
  });

  return routes;

  function supporter(c: SiteContext): string | undefined {
    return supporterOf(voice.receipts, scopeFrom(c), c.get('person')?.person);
  }

  /** What speaks against the form, if anything does. @throws Refusal */
  async function raise(c: SiteContext, sent: Sent) {
    const key = commandKey(sent);
    const { topicCommands } = await schemas();
    const data = parseInput(topicCommands.RaiseTopic, {
      title: one(sent, 'title'),
      ...given(sent, 'text'),
      ...given(sent, 'audience'),
    });
    const wrong =
      c.get('person') === undefined ? machineLike(voice.challenges, key, sent, c.var.now) : undefined;
    if (!wrong) await issue(c, idFor(scopeFrom(c).organisation, key), 'RaiseTopic', data, key);
    return wrong;
  }

  /** Whoever speaks here stays nobody, also when signed in. */
  async function issue(
    c: SiteContext,
    id: string,
    type: 'RaiseTopic' | 'SupportTopic',
    data: object,
    commandId: string,
  ): Promise<void> {
    const scope = scopeFrom(c);
    const { now, correlation } = c.var;
    const person = c.get('person')?.person;
    await topics.issue(scope, id, {
      type,
      data: data as never,
      actor: await permits.speaker(scope, askerOf(c), true),
      person,
      supporter: supporter(c),
      commandId,
      now,
      correlation,
    });
  }

  async function listPage(c: SiteContext, filled?: Filled) {
    const { frame, scope, reader } = await placeOf(c, services, pathOf(c));
    const { organisation } = scope;
    const command = randomUUID();
    const audiences = TOPIC_AUDIENCES.filter((audience) =>
      maySee(reader, { organisation, onShow: true, releases: [{ audience, online: true }] }),
    );
    const known = reader.person !== undefined;
    const { TopicsPage } = await pages();
    return (
      <TopicsPage
        frame={frame}
        organisation={organisation}
        topics={await readings.topics.ranked(scope, reader)}
        form={{
          filled: filled ?? emptyForm({ audience: audiences.includes('unit') ? 'unit' : 'public' }),
          command,
          challenge: known ? undefined : voice.challenges.issue(command, c.var.now),
          audiences: audiences.map((value) => ({
            value,
            name: `${AUDIENCE_NAMES[value]}（${AUDIENCE_HINTS[value]}）`,
          })),
        }}
        done={c.req.query('done') === 'raised' ? RAISED[known ? 'known' : 'stranger'] : undefined}
      />
    );
  }
}

const RAISED = { known: '已提出，须在期限内回应。', stranger: '已收到，审看后展示，须在期限内回应。' };

const pathOf = (c: SiteContext): string => `/o/${c.req.param('org')}/topics`;

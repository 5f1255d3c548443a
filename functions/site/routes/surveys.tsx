import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { lazily } from '../../api/lazily.ts';
import { parseInput } from '../../edge/input.ts';
import { ballotOf } from '../../shell/pseudonyms.ts';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, readForm, type Sent } from '../forms/form-data.ts';
import { addressOf, machineLike } from '../forms/opinion-form.ts';
import { answersIn } from '../forms/survey-actions.ts';
import { idFrom, placeOf } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Few requests of a start need them. */
const schemas = lazily(() => import('../../../domain/survey/commands.ts'));
const pages = lazily(() => import('../pages/surveys.tsx'));

/** 征求意见, for everybody who is asked: the list, the form, and what came of it. */
export function surveyRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, surveys, voice } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/o/:org/surveys';

  routes.get(base, async (c) => {
    const { frame, scope, reader } = await placeOf(c, services);
    const { SurveysPage } = await pages();
    const lines = await readings.surveys.all(scope, reader, c.var.now);
    return c.html(<SurveysPage frame={frame} organisation={scope.organisation} surveys={lines} />);
  });

  routes.get(`${base}/:survey`, async (c) =>
    c.html(await page(c, { done: c.req.query('done') === 'cast' ? '答卷已提交，谢谢。' : undefined })),
  );

  routes.post(`${base}/:survey`, async (c) => {
    const sent = await readForm(c);
    try {
      const wrong = await cast(c, sent);
      if (wrong) return c.html(await page(c, { filled: { values: sent, errors: [wrong] } }), 422);
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === 'answers' ? '' : path));
      return c.html(await page(c, { filled: { values: sent, errors } }), 422);
    }
    return c.redirect(`${pathOf(c)}?done=cast#main`, 303);
  });

  return routes;

  /** What speaks against the form, if anything does. @throws Refusal */
  async function cast(c: SiteContext, sent: Sent) {
    const { scope, reader } = await placeOf(c, services);
    const { now, correlation } = c.var;
    const { person } = reader;
    const id = idFrom(c, 'survey');
    const key = commandKey(sent);
    const { questions } = await readings.surveys.one(scope, id, reader, now);
    if (person === undefined) await voice.guard.admit(scope, 'leave', addressOf(c), now);
    const { ballotCommands } = await schemas();
    const data = parseInput(ballotCommands.CastBallot, { answers: answersIn(sent, questions) });
    const wrong = person === undefined ? machineLike(voice.challenges, key, sent, now) : undefined;
    if (wrong) return wrong;
    await surveys.cast(
      scope,
      id,
      ballotOf(voice.receipts, scope, { survey: id, key, person, entered: false }),
      {
        data,
        actor: { kind: 'system', name: 'visitor' },
        person,
        commandId: key,
        now,
        correlation,
      },
    );
    return undefined;
  }

  async function page(c: SiteContext, { filled, done }: { filled?: Filled; done?: string | undefined }) {
    const { frame, scope, reader } = await placeOf(c, services, pathOf(c));
    const survey = await readings.surveys.one(scope, idFrom(c, 'survey'), reader, c.var.now);
    const command = randomUUID();
    const { SurveyPage } = await pages();
    const isKnown = reader.person !== undefined;
    return (
      <SurveyPage
        frame={frame}
        organisation={scope.organisation}
        survey={survey}
        form={
          survey.stage === 'open' && survey.group !== undefined
            ? {
                filled: filled ?? emptyForm(),
                command,
                challenge: isKnown ? undefined : voice.challenges.issue(command, c.var.now),
              }
            : undefined
        }
        done={done}
      />
    );
  }
}

const pathOf = (c: SiteContext): string => `/o/${c.req.param('org')}/surveys/${c.req.param('survey')}`;

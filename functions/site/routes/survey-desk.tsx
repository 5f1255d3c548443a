import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { refuse } from '../../../domain/kernel/refusal.ts';
import { idFor } from '../../api/ids.ts';
import { lazily } from '../../api/lazily.ts';
import { parseInput } from '../../edge/input.ts';
import { ballotOf } from '../../shell/pseudonyms.ts';
import { askerOf } from '../asking.ts';
import type { CaseFormsProps } from '../components/case-form.tsx';
import type { Filled } from '../components/field.tsx';
import { commandKey } from '../forms/command-key.ts';
import { fieldErrors } from '../forms/errors.ts';
import { emptyForm, one, readForm, type Sent } from '../forms/form-data.ts';
import { answersIn, isSurveyAction, plannedIn, SURVEY_FORMS } from '../forms/survey-actions.ts';
import { deskOf, idFrom } from '../frames.ts';
import type { SiteContext, SiteEnv, SiteServices } from '../services.ts';

/** Few requests of a start need them. */
const schemas = lazily(() => import('../../../domain/survey/commands.ts'));
const pages = lazily(() => import('../pages/survey-desk.tsx'));

/** 征求意见, for the office: planned, entered from paper, concluded. */
export function surveyDeskRoutes(services: SiteServices): Hono<SiteEnv> {
  const { readings, surveys, permits, voice } = services;
  const routes = new Hono<SiteEnv>();
  const base = '/desk/o/:org/surveys';

  routes.get(base, async (c) => {
    const { frame, scope, reader } = await deskOf(c, services);
    const { SurveyDeskListPage } = await pages();
    const lines = await readings.surveys.all(scope, reader, c.var.now);
    return c.html(<SurveyDeskListPage frame={frame} organisation={scope.organisation} surveys={lines} />);
  });

  routes.get(`${base}/plan`, async (c) =>
    c.html(await planPage(c, emptyForm({ kind: 'questionnaire', groups: ['party', 'masses'] }))),
  );

  routes.post(`${base}/plan`, async (c) => {
    const sent = await readForm(c);
    const { scope } = await deskOf(c, services, `${listOf(c)}/plan`);
    try {
      const { surveyCommands } = await schemas();
      const key = commandKey(sent);
      const id = idFor(scope.organisation, key);
      const data = parseInput(surveyCommands.PlanSurvey, plannedIn(sent));
      await surveys.issue(scope, id, { ...(await common(c, key)), type: 'PlanSurvey', data });
      return c.redirect(`${listOf(c)}/${id}`, 303);
    } catch (error) {
      const errors = fieldErrors(error, (path) => path.replace(/\.options\.\d+$/, '.options'));
      return c.html(await planPage(c, { values: sent, errors }), 422);
    }
  });

  routes.get(`${base}/:survey`, async (c) => {
    const done = c.req.query('done') ?? '';
    const text = isSurveyAction(done) ? SURVEY_FORMS[done].done : undefined;
    return c.html(await surveyPage(c, { done: done === 'enter' ? '已录入。' : text }));
  });

  routes.post(`${base}/:survey/:action`, async (c) => {
    const action = c.req.param('action') ?? '';
    const sent = await readForm(c);
    const isEntering = action === 'enter';
    if (!isEntering && !isSurveyAction(action)) return refuse('not-found');
    try {
      await (isEntering ? enter(c, sent) : act(c, action, sent));
    } catch (error) {
      const errors = fieldErrors(error, (path) => (path === '' || isEntering ? path : `${action}.${path}`));
      return c.html(await surveyPage(c, { refused: { action, filled: { values: sent, errors } } }), 422);
    }
    return c.redirect(`${listOf(c)}/${idFrom(c, 'survey')}?done=${action}#main`, 303);
  });

  return routes;

  async function act(c: SiteContext, action: keyof typeof SURVEY_FORMS, sent: Sent): Promise<void> {
    const { scope } = await deskOf(c, services, listOf(c));
    const { type, read } = SURVEY_FORMS[action];
    const { surveyCommands } = await schemas();
    const data = parseInput(surveyCommands[type], read(sent)) as never;
    await surveys.issue(scope, idFrom(c, 'survey'), { ...(await common(c, commandKey(sent))), type, data });
  }

  async function enter(c: SiteContext, sent: Sent): Promise<void> {
    const { scope, reader, person } = await deskOf(c, services, listOf(c));
    const survey = idFrom(c, 'survey');
    const { questions } = await readings.surveys.one(scope, survey, reader, c.var.now);
    const group = one(sent, 'group');
    const { ballotCommands } = await schemas();
    const data = parseInput(ballotCommands.CastBallot, { answers: answersIn(sent, questions), group });
    const key = commandKey(sent);
    const ballot = ballotOf(voice.receipts, scope, { survey, key, person, entered: true });
    await surveys.cast(scope, survey, ballot, { ...(await common(c, key)), data, person });
  }

  async function common(c: SiteContext, commandId: string) {
    const { scope } = await deskOf(c, services, listOf(c));
    const { now, correlation } = c.var;
    const actor = await permits.worker(scope, askerOf(c));
    return { actor, commandId, now, correlation };
  }

  async function planPage(c: SiteContext, filled: Filled) {
    const { frame, scope } = await deskOf(c, services, `${listOf(c)}/plan`);
    const { SurveyPlanPage } = await pages();
    return (
      <SurveyPlanPage
        frame={frame}
        organisation={scope.organisation}
        filled={filled}
        command={randomUUID()}
      />
    );
  }

  async function surveyPage(
    c: SiteContext,
    { done, refused }: { done?: string | undefined; refused?: CaseFormsProps['refused'] },
  ) {
    const path = `${listOf(c)}/${idFrom(c, 'survey')}`;
    const { frame, scope, reader } = await deskOf(c, services, path);
    const { SurveyDeskPage } = await pages();
    return (
      <SurveyDeskPage
        frame={frame}
        organisation={scope.organisation}
        survey={await readings.surveys.one(scope, idFrom(c, 'survey'), reader, c.var.now)}
        forms={{ base: path, commandId: randomUUID(), refused }}
        done={done}
      />
    );
  }
}

const listOf = (c: SiteContext): string => `/desk/o/${c.req.param('org')}/surveys`;

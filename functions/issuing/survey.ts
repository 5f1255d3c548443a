import type { BallotCommand, SurveyCommand } from '../../domain/survey/commands.ts';
import { ballotOf } from '../shell/pseudonyms.ts';
import { rostersIn } from '../shell/rosters.ts';
import { SurveyCommands } from '../shell/survey-commands.ts';
import type { Ground } from './ground.ts';
import { commandOf, type Issue, idOf, issued, scopeOf } from './request.ts';
import { voiceOf } from './voice.ts';

export function surveyIssuer({ log, aggregates, district, permits }: Ground): Issue {
  const surveys = new SurveyCommands(log, aggregates, district.id);
  return async (request) => {
    const scope = scopeOf(request);
    const isNew = request.command === 'PlanSurvey';
    const id = idOf(scope, request, 'survey', isNew);
    const command = commandOf<SurveyCommand>(request, await permits.worker(scope, request));
    return issued(id, await surveys.issue(scope, id, { ...command, isNew }));
  };
}

export function ballotIssuer(ground: Ground): Issue {
  const { log, aggregates, views, district, permits } = ground;
  const voice = voiceOf(ground);
  const surveys = new SurveyCommands(log, aggregates, district.id, rostersIn(views, district.id));
  return async (request) => {
    const scope = scopeOf(request);
    const { person, address, now, key } = request;
    const survey = request.parameters.survey ?? '';
    const entered = (request.data as BallotCommand['data']).group !== undefined;
    if (person === undefined) await voice.guard.admit(scope, 'leave', address, now);
    const actor = await (entered ? permits.worker(scope, request) : permits.speaker(scope, request, true));
    const { type: _, ...command } = commandOf<BallotCommand>(request, actor);
    const ballot = ballotOf(voice.receipts, scope, { survey, key: key.value, person, entered });
    const { repeated } = await surveys.cast(scope, survey, ballot, { ...command, person, isNew: true });
    // Not where the answers are kept: that would be a name for whoever sent them.
    return { id: survey, version: 1, repeated };
  };
}

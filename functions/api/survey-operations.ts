import type { SurveyCommandType } from '../../domain/survey/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const SURVEYS = `${ORGANISATION}/surveys`;
const SURVEY = `${SURVEYS}/{survey}`;

const commands = async () => (await import('../../domain/survey/commands.ts')).surveyCommands;
const bodyOf = (command: SurveyCommandType) => lazily(async () => (await commands())[command]);

/** What people may do about surveys; `TimePassed` is the system's own. */
export const SURVEY_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'planSurvey',
    method: 'POST',
    path: SURVEYS,
    zh: '安排座谈会、调查问卷、征求意见函',
    en: 'Plan a round: a forum, a questionnaire, a letter',
    aggregate: 'survey',
    command: 'PlanSurvey',
    body: bodyOf('PlanSurvey'),
    creates: `${SURVEYS}/{id}`,
  },
  {
    id: 'castBallot',
    method: 'POST',
    path: `${SURVEY}/ballots`,
    zh: '填写（不记名，每人一次）；经办人录入纸质答卷须注明群体',
    en: 'Answer a survey, unnamed, once a person; what the office enters names the group',
    aggregate: 'ballot',
    command: 'CastBallot',
    body: lazily(async () => (await import('../../domain/survey/commands.ts')).ballotCommands.CastBallot),
    anonymous: true,
  },
  {
    id: 'concludeSurvey',
    method: 'POST',
    path: `${SURVEY}/conclusion`,
    zh: '反馈调查结果',
    en: 'Say what was learnt and will be done',
    aggregate: 'survey',
    command: 'ConcludeSurvey',
    body: bodyOf('ConcludeSurvey'),
  },
  {
    id: 'withdrawSurvey',
    method: 'POST',
    path: `${SURVEY}/withdrawal`,
    zh: '撤销尚未结束的调查',
    en: 'Withdraw a survey that has not closed',
    aggregate: 'survey',
    command: 'WithdrawSurvey',
    body: bodyOf('WithdrawSurvey'),
  },
];

import type { AssessmentCommandType } from '../../domain/evaluation/assessment/commands.ts';
import type { RoundCommandType } from '../../domain/evaluation/round/commands.ts';
import type { SignalCommandType } from '../../domain/evaluation/signal/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const ROUND = `${ORGANISATION}/rounds/{year}`;
const ASSESSMENT = `${ORGANISATION}/assessments/{year}`;
const SIGNAL = `${ORGANISATION}/signals/{period}/{signal}`;

const round = posted<RoundCommandType>(
  'round',
  '',
  async () => (await import('../../domain/evaluation/round/commands.ts')).roundCommands,
);

const assessment = posted<AssessmentCommandType>(
  'assessment',
  '',
  async () => (await import('../../domain/evaluation/assessment/commands.ts')).assessmentCommands,
);

const signal = posted<SignalCommandType>(
  'signal',
  '',
  async () => (await import('../../domain/evaluation/signal/commands.ts')).signalCommands,
);

/** The standard, the yearly round, what is said of a unit's year, and of a signal. */
export const EVALUATION_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'publishStandard',
    method: 'POST',
    path: `${ORGANISATION}/standards`,
    zh: '发布考评标准（区党务公开办公室）',
    en: 'Publish the standard that scores are computed by, for quarters to come',
    aggregate: 'standard',
    command: 'PublishStandard',
    body: lazily(
      async () =>
        (await import('../../domain/evaluation/standard/commands.ts')).standardCommands.PublishStandard,
    ),
  },
  round(
    'openRound',
    'OpenRound',
    ROUND,
    '启动年度考评',
    'Open the yearly appraisal of the units right below',
  ),
  round(
    'discloseResults',
    'DiscloseResults',
    `${ROUND}/results`,
    '以公开事项公布考评结果',
    'Disclose the results of the year by an item',
  ),
  assessment('assessOneself', 'AssessOneself', `${ASSESSMENT}/self`, '单位自评', 'A unit appraises itself'),
  assessment(
    'assessUnit',
    'AssessUnit',
    `${ASSESSMENT}/verdict`,
    '上级综合评议，得出评定等次（上级党务公开办公室）',
    'The superior appraises a unit: points with reasons, from which its rating follows',
  ),
  assessment(
    'objectToAssessment',
    'ObjectToAssessment',
    `${ASSESSMENT}/objection`,
    '对评定提出异议（每年一次）',
    'Object to an appraisal, once a year',
  ),
  assessment(
    'answerObjection',
    'AnswerObjection',
    `${ASSESSMENT}/objection/answer`,
    '答复异议（上级，评定人以外的人员）',
    'Answer an objection, by somebody of the superior other than who appraised',
  ),
  signal('disputeSignal', 'DisputeSignal', `${SIGNAL}/dispute`, '对提示提出异议', 'Dispute a signal'),
  signal(
    'answerSignal',
    'AnswerSignal',
    `${SIGNAL}/dispute/answer`,
    '答复对提示的异议（上级党务公开办公室）',
    'Answer a dispute (office of the superior)',
  ),
];

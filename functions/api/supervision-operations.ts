import type { CaseCommandType } from '../../domain/supervision/case/commands.ts';
import type { ExampleCommandType } from '../../domain/supervision/example/commands.ts';
import type { FollowUpCommandType } from '../../domain/supervision/followup/commands.ts';
import type { VisitCommandType } from '../../domain/supervision/visit/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const VISITS = `${ORGANISATION}/visits`;
const FOLLOW_UPS = `${ORGANISATION}/follow-ups`;
const EXAMPLES = `${ORGANISATION}/examples`;
const CASES = `${ORGANISATION}/cases`;

type Said = readonly [zh: string, en: string];
type Described = Pick<CommandOperation, 'id' | 'method' | 'path' | 'zh' | 'en' | 'creates'>;

const at = (id: string, path: string, [zh, en]: Said, creates?: string): Described => ({
  id,
  method: 'POST',
  path,
  zh,
  en,
  ...(creates !== undefined && { creates }),
});

const onVisit = (command: VisitCommandType, described: Described): CommandOperation => ({
  ...described,
  aggregate: 'visit',
  command,
  body: lazily(
    async () => (await import('../../domain/supervision/visit/commands.ts')).visitCommands[command],
  ),
});

const onFollowUp = (command: FollowUpCommandType, described: Described): CommandOperation => ({
  ...described,
  aggregate: 'followup',
  command,
  body: lazily(
    async () => (await import('../../domain/supervision/followup/commands.ts')).followUpCommands[command],
  ),
});

const onExample = (command: ExampleCommandType, described: Described): CommandOperation => ({
  ...described,
  aggregate: 'example',
  command,
  body: lazily(
    async () => (await import('../../domain/supervision/example/commands.ts')).exampleCommands[command],
  ),
});

const onCase = (command: CaseCommandType, described: Described): CommandOperation => ({
  ...described,
  aggregate: 'case',
  command,
  body: lazily(async () => (await import('../../domain/supervision/case/commands.ts')).caseCommands[command]),
});

/** What supervision may do; `TimePassed` is the system's own. */
export const SUPERVISION_OPERATIONS: readonly CommandOperation[] = [
  onVisit(
    'PlanVisit',
    at(
      'planVisit',
      VISITS,
      ['安排督查（上级）或自查', 'Plan a visit from above, or a self-check'],
      `${VISITS}/{id}`,
    ),
  ),
  onVisit('CancelVisit', at('cancelVisit', `${VISITS}/{visit}/cancellation`, ['取消督查', 'Cancel a visit'])),
  onVisit(
    'HoldVisit',
    at('holdVisit', `${VISITS}/{visit}/record`, ['记录督查情况', 'Record what was seen and heard']),
  ),
  onVisit(
    'AddFinding',
    at('addFinding', `${VISITS}/{visit}/findings`, [
      '记录发现的问题，可指明事项的环节',
      'Add a finding, on any step of the work',
    ]),
  ),
  onFollowUp(
    'FileSuggestion',
    at(
      'fileSuggestion',
      `${ORGANISATION}/suggestions`,
      ['提出监督建议，可代为反映', 'Suggest something, also on behalf of others'],
      `${FOLLOW_UPS}/{id}`,
    ),
  ),
  onFollowUp(
    'OrderRectification',
    at(
      'orderRectification',
      `${ORGANISATION}/rectification-orders`,
      ['下达整改通知', 'Order that something be put right by a day'],
      `${FOLLOW_UPS}/{id}`,
    ),
  ),
  onFollowUp(
    'AnswerSuggestion',
    at('answerSuggestion', `${FOLLOW_UPS}/{followup}/answer`, ['答复监督建议', 'Answer a suggestion']),
  ),
  onFollowUp(
    'ReportFollowUp',
    at('reportFollowUp', `${FOLLOW_UPS}/{followup}/report`, ['报告整改情况', 'Report what was put right']),
  ),
  onFollowUp(
    'VerifyFollowUp',
    at('verifyFollowUp', `${FOLLOW_UPS}/{followup}/verification`, ['核验整改', 'Verify it']),
  ),
  onFollowUp(
    'WithdrawFollowUp',
    at('withdrawFollowUp', `${FOLLOW_UPS}/{followup}/withdrawal`, ['撤回督办', 'Withdraw it']),
  ),
  onExample(
    'MarkExample',
    at('markExample', EXAMPLES, ['将公开事项列为示范案例', 'Mark an item as an example for others']),
  ),
  onExample(
    'UnmarkExample',
    at('unmarkExample', `${EXAMPLES}/withdrawals`, ['撤下示范案例', 'It is no example any more']),
  ),
  onCase(
    'OpenCase',
    at('openCase', CASES, ['责任追究立案（监督小组）', 'Open a case (supervision group)'], `${CASES}/{id}`),
  ),
  onCase('DecideCase', at('decideCase', `${CASES}/{case}/decision`, ['作出处理决定', 'Decide a case'])),
  onCase(
    'AppealCase',
    at('appealCase', `${CASES}/{case}/appeal`, ['申诉（责任人）', 'Appeal, by the person']),
  ),
  onCase(
    'DecideAppeal',
    at('decideAppeal', `${CASES}/{case}/appeal-decision`, ['处理申诉', 'Decide on the appeal']),
  ),
];

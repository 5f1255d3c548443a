import type { FeedbackCommandType } from '../../domain/feedback/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const FEEDBACK = `${ORGANISATION}/feedback`;

const commands = async () => (await import('../../domain/feedback/commands.ts')).feedbackCommands;
const bodyOf = (command: FeedbackCommandType) => lazily(async () => (await commands())[command]);
const opinion = lazily(async () => {
  const { omit } = await import('./schema-changes.ts');
  return omit((await commands()).LeaveFeedback, { item: true });
});

const leaving = {
  method: 'POST',
  aggregate: 'feedback',
  command: 'LeaveFeedback',
  body: opinion,
  creates: `${FEEDBACK}/{id}`,
  anonymous: true,
} as const;

const on = (
  id: string,
  command: FeedbackCommandType,
  place: string,
  zh: string,
  en: string,
  more: Pick<CommandOperation, 'anonymous'> = {},
): CommandOperation => ({
  id,
  method: 'POST',
  path: `${FEEDBACK}/{feedback}/${place}`,
  zh,
  en,
  aggregate: 'feedback',
  command,
  body: bodyOf(command),
  ...more,
});

/** For whoever left it as well: signed in, or with its receipt in the header `Receipt-Code`. */
const BY_RECEIPT = { anonymous: true };

/** The commands on an opinion that people may issue; `TakeDuplicate` and `TimePassed` are the system's own. */
export const FEEDBACK_OPERATIONS: readonly CommandOperation[] = [
  {
    ...leaving,
    id: 'leaveFeedback',
    path: `${ORGANISATION}/items/{item}/feedback`,
    zh: '对公开事项提出意见建议（可匿名）',
    en: 'Leave an opinion on an item, signed or anonymous',
    fromPath: { item: 'item' },
  },
  {
    ...leaving,
    id: 'leaveGeneralFeedback',
    path: FEEDBACK,
    zh: '向党组织提出意见建议、建议公开，登记线下意见（可匿名）',
    en: 'Leave an opinion with the organisation as such, propose a disclosure, write down what was said offline',
  },
  on(
    'addToFeedback',
    'AddToFeedback',
    'additions',
    '补充意见（凭查询码）',
    'Add to an opinion, by its receipt',
    BY_RECEIPT,
  ),
  on('classifyFeedback', 'ClassifyFeedback', 'classification', '归类意见', 'Classify an opinion'),
  on('mergeFeedback', 'MergeFeedback', 'merging', '并案办理', 'Handle an opinion with another one'),
  on('assignFeedback', 'AssignFeedback', 'assignments', '分办意见', 'Give an opinion an owner'),
  on('raiseFeedback', 'RaiseFeedback', 'raisings', '呈报领导', 'Put an opinion to the leader'),
  on('answerFeedback', 'AnswerFeedback', 'answers', '答复意见', 'Answer an opinion'),
  on(
    'requireRectification',
    'RequireRectification',
    'rectifications',
    '要求整改',
    'Have something put right',
  ),
  on(
    'reportRectification',
    'ReportRectification',
    'rectification-reports',
    '报告整改情况',
    'Say that it was put right',
  ),
  on(
    'verifyRectification',
    'VerifyRectification',
    'rectification-verdicts',
    '核验整改',
    'Look whether it was put right',
  ),
  on(
    'moderateFeedback',
    'ModerateFeedback',
    'moderation',
    '审定意见原文是否公开',
    'Decide whether the words are shown',
  ),
  on('closeFeedback', 'CloseFeedback', 'closing', '办结意见', 'Close an opinion'),
  on(
    'reopenFeedback',
    'ReopenFeedback',
    'reopening',
    '重新办理（凭查询码）',
    'Open an opinion again, once, by its receipt',
    BY_RECEIPT,
  ),
  on(
    'promoteFeedback',
    'PromoteFeedback',
    'promotion',
    '记入办理结果转成的公开事项',
    'Name the item that the outcome became',
  ),
];

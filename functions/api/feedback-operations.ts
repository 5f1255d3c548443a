import type { FeedbackCommandType } from '../../domain/feedback/commands.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';

const ORGANISATION = '/v1/organisations/{organisation}';
const FEEDBACK = `${ORGANISATION}/feedback`;

const commands = async () => (await import('../../domain/feedback/commands.ts')).feedbackCommands;
const bodyOf = (command: FeedbackCommandType) => lazily(async () => (await commands())[command]);
const opinion = lazily(async () => {
  const { omit } = await import('./schema-changes.ts');
  return omit((await commands()).LeaveFeedback, { item: true });
});

export const FEEDBACK_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'leaveFeedback',
    method: 'POST',
    path: `${ORGANISATION}/items/{item}/feedback`,
    zh: '对公开事项提出意见建议（可匿名）',
    en: 'Leave an opinion on an item, signed or anonymous',
    aggregate: 'feedback',
    command: 'LeaveFeedback',
    body: opinion,
    fromPath: { item: 'item' },
    creates: `${FEEDBACK}/{id}`,
    anonymous: true,
  },
  {
    id: 'leaveGeneralFeedback',
    method: 'POST',
    path: FEEDBACK,
    zh: '向党组织提出意见建议（可匿名）',
    en: 'Leave an opinion with the organisation as such',
    aggregate: 'feedback',
    command: 'LeaveFeedback',
    body: opinion,
    creates: `${FEEDBACK}/{id}`,
    anonymous: true,
  },
  {
    id: 'assignFeedback',
    method: 'POST',
    path: `${FEEDBACK}/{feedback}/assignments`,
    zh: '分办意见',
    en: 'Give an opinion an owner',
    aggregate: 'feedback',
    command: 'AssignFeedback',
    body: bodyOf('AssignFeedback'),
  },
  {
    id: 'answerFeedback',
    method: 'POST',
    path: `${FEEDBACK}/{feedback}/answers`,
    zh: '答复意见',
    en: 'Answer an opinion',
    aggregate: 'feedback',
    command: 'AnswerFeedback',
    body: bodyOf('AnswerFeedback'),
  },
  {
    id: 'closeFeedback',
    method: 'POST',
    path: `${FEEDBACK}/{feedback}/closing`,
    zh: '办结意见',
    en: 'Close an opinion',
    aggregate: 'feedback',
    command: 'CloseFeedback',
    body: bodyOf('CloseFeedback'),
  },
];

import type { TopicCommandType } from '../../domain/topic/commands.ts';
import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';
import type { CommandOperation } from './operations.ts';
import { posted } from './posted.ts';

const TOPICS = `${ORGANISATION}/topics`;

const commands = async () => (await import('../../domain/topic/commands.ts')).topicCommands;
const bodyOf = (command: TopicCommandType) => lazily(async () => (await commands())[command]);

const on = posted<TopicCommandType>('topic', `${TOPICS}/{topic}`, commands);

/** What people may do about topics; `TimePassed` is the system's own. */
export const TOPIC_OPERATIONS: readonly CommandOperation[] = [
  {
    id: 'raiseTopic',
    method: 'POST',
    path: TOPICS,
    zh: '提出希望公开的事项（不记名）',
    en: 'Raise a topic that should be disclosed; nobody is named',
    aggregate: 'topic',
    command: 'RaiseTopic',
    body: bodyOf('RaiseTopic'),
    creates: `${TOPICS}/{id}`,
    anonymous: true,
  },
  on(
    'supportTopic',
    'SupportTopic',
    '/supports',
    '支持关注事项（登录后每人一次）',
    'Support a topic, once a person',
  ),
  on('answerTopic', 'AnswerTopic', '/answers', '以公开事项回应', 'Answer a topic by an item'),
  on('refuseTopic', 'RefuseTopic', '/refusals', '说明不予公开的理由', 'Refuse a topic with a reason'),
  on('mergeTopic', 'MergeTopic', '/merging', '合并关注事项', 'Answer a topic with another one'),
  on('moderateTopic', 'ModerateTopic', '/moderation', '审看关注事项', 'Decide whether a topic is shown'),
];

import type { TopicCommandType } from '../../../domain/topic/commands.ts';
import { one, type Sent } from './form-data.ts';

interface TopicForm {
  readonly type: TopicCommandType;
  /** The data that was meant, still unchecked. */
  read(sent: Sent): unknown;
  /** What to tell the person once it is done. */
  readonly done: string;
}

const table = {
  answer: {
    type: 'AnswerTopic',
    read: (sent) => ({ item: one(sent, 'answer.item') }),
    done: '已以公开事项回应。',
  },
  refuse: {
    type: 'RefuseTopic',
    read: (sent) => ({ ground: one(sent, 'refuse.ground'), reason: one(sent, 'refuse.reason') }),
    done: '不予公开的理由已公布。',
  },
  merge: { type: 'MergeTopic', read: (sent) => ({ into: one(sent, 'merge.into') }), done: '已合并。' },
  moderate: {
    type: 'ModerateTopic',
    read: (sent) => ({
      shown: { yes: true, no: false }[one(sent, 'moderate.shown')],
      reason: one(sent, 'moderate.reason'),
    }),
    done: '审看意见已记录。',
  },
} as const satisfies Record<string, TopicForm>;

export type TopicAction = keyof typeof table;
export const TOPIC_FORMS: Readonly<Record<TopicAction, TopicForm>> = table;
export const isTopicAction = (text: string): text is TopicAction => Object.hasOwn(table, text);

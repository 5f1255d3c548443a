import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const CIRCULAR_REFUSALS = {
  'circular-unknown': {
    kind: 'unknown',
    zh: '没有找到该通知，或者它没有发给您。',
    en: 'There is no such circular, or it was not sent to you.',
  },
  'circular-exists': {
    kind: 'conflict',
    zh: '该通知已经下发。',
    en: 'This circular has been issued already.',
  },
  'circular-recipient-elsewhere': {
    kind: 'rule',
    zh: '只能发给本组织和下级组织：{recipient} 不是。',
    en: 'It can be sent to the organisation itself and those below it; {recipient} is neither.',
  },
  'circular-due-past': {
    kind: 'rule',
    zh: '完成期限不能早于今天。',
    en: 'The last day cannot lie before today.',
  },
  'circular-withdrawn': { kind: 'rule', zh: '该通知已经撤回。', en: 'This circular was withdrawn.' },
  'circular-without-task': {
    kind: 'rule',
    zh: '该通知没有需要办结的任务，签收和阅读即可。',
    en: 'This circular asks for nothing to be done; it is only received and read.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(CIRCULAR_REFUSALS);

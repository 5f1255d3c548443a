import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const NEWS_REFUSALS = {
  'news-unknown': {
    kind: 'unknown',
    zh: '没有找到该动态，或您无权查看。',
    en: 'No such news, or not visible to you.',
  },
  'news-exists': { kind: 'conflict', zh: '该动态已经写入。', en: 'This news has been written already.' },
  'news-maybe-secret': {
    kind: 'rule',
    zh: '请先确认内容不涉及党和国家秘密；涉密或不能确定的，不得作为动态发布。',
    en: 'Make sure first that it holds no secret of the Party or the state; what may hold one is no news.',
  },
  'news-correction-unexplained': {
    kind: 'rule',
    zh: '该动态已经发布过，更正时须说明更正了什么。',
    en: 'This news was on show already: say what is corrected.',
  },
  'news-nothing-waits': {
    kind: 'rule',
    zh: '该动态没有等待审核的版本。',
    en: 'No version of this news waits to be checked.',
  },
  'news-version-passed': {
    kind: 'conflict',
    zh: '审核期间内容已有改动（现为第 {number} 版），请重新阅读后再审核。',
    en: 'It has changed meanwhile (this is version {number}); read it again before you release it.',
  },
  'news-own': {
    kind: 'rule',
    zh: '撰写过该动态的人不能审核发布，请由他人办理。',
    en: 'Whoever wrote any of it cannot check it; somebody else has to.',
  },
  'news-findings-open': {
    kind: 'rule',
    zh: '还有 {count} 处疑似个人信息未处理，请逐处遮盖或者说明可以公开的理由。',
    en: '{count} passages look like personal data: mask each, or say why it may stand.',
  },
  'news-finding-unknown': {
    kind: 'unknown',
    zh: '没有这处疑似个人信息，或者已经处理。',
    en: 'No such finding, or it has been settled already.',
  },
  'news-down': { kind: 'rule', zh: '该动态已经撤下。', en: 'This news was taken down.' },
} as const satisfies RefusalTable;

export const refuse = refuser(NEWS_REFUSALS);

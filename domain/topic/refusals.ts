import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const TOPIC_REFUSALS = {
  'topic-unknown': {
    kind: 'unknown',
    zh: '没有找到该关注事项，或您无权查看。',
    en: 'No such topic, or not visible to you.',
  },
  'topic-exists': { kind: 'conflict', zh: '该关注事项已经提出。', en: 'This topic has been raised already.' },
  'topic-audience-not-yours': {
    kind: 'rule',
    zh: '只能面向您自己所在的范围提出关注事项，未登录的只能面向社会提出。',
    en: 'A topic is raised for an audience that you belong to; without signing in, for society.',
  },
  'topic-supporter-unknown': {
    kind: 'not-signed-in',
    zh: '请登录后支持，每人一票；未登录的访问不计数。',
    en: 'Sign in to support a topic: each person counts once, and visitors are not counted.',
  },
  'topic-closed': { kind: 'rule', zh: '该关注事项已经回应。', en: 'This topic has been answered already.' },
  'topic-merged': {
    kind: 'rule',
    zh: '该关注事项已合并，请在并入的事项上操作。',
    en: 'This topic is answered with another one; act on that one.',
  },
  'topic-item-undisclosed': {
    kind: 'rule',
    zh: '回应须填写已经公开的事项；不予公开的，请选择理由并说明。',
    en: 'A topic is answered by an item that has been disclosed; otherwise refuse it with a reason.',
  },
  'topic-item-narrower': {
    kind: 'rule',
    zh: '该事项的公开范围小于关注人的范围，不能作为回应。',
    en: 'That item was disclosed to fewer people than this topic is for.',
  },
  'topic-reason-holds-personal-data': {
    kind: 'rule',
    zh: '理由中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The reason holds {count} passages that look like personal data; remove or mask them.',
  },
  'topic-merge-unknown': {
    kind: 'rule',
    zh: '没有找到要并入的另一关注事项，或它已经合并、回应。',
    en: 'There is no such other topic, or it has been merged or answered itself.',
  },
  'topic-merge-elsewhere': {
    kind: 'rule',
    zh: '只能并入同一公开范围的关注事项。',
    en: 'Only topics for one audience can be merged.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(TOPIC_REFUSALS);

import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const FEEDBACK_REFUSALS = {
  'feedback-unknown': {
    kind: 'unknown',
    zh: '没有找到该意见，或您无权查看。',
    en: 'No such opinion, or not visible to you.',
  },
  'feedback-exists': {
    kind: 'conflict',
    zh: '该意见已经登记。',
    en: 'This opinion has been received already.',
  },
  'feedback-closed': { kind: 'rule', zh: '该意见已经办结。', en: 'This opinion has been closed.' },
  'name-missing': {
    kind: 'rule',
    zh: '署名意见请填写姓名，或登录后提交，也可选择匿名。',
    en: 'A signed opinion needs a name: give one, sign in, or leave it anonymously.',
  },
  'anonymity-broken': {
    kind: 'rule',
    zh: '匿名意见不得记录提交人身份，请退出登录后提交。',
    en: 'An anonymous opinion must not be recorded under a person; leave it signed out.',
  },
  'owner-not-on-roster': {
    kind: 'rule',
    zh: '承办人“{person}”不在本组织名册中。',
    en: '“{person}” is not on the roster of this organisation.',
  },
  'due-day-out-of-range': {
    kind: 'rule',
    zh: '答复期限须在 {earliest} 至 {latest} 之间。',
    en: 'The day to answer by must lie between {earliest} and {latest}.',
  },
  'already-answered': { kind: 'rule', zh: '该意见已经答复。', en: 'This opinion has been answered.' },
  'answer-not-yours': {
    kind: 'forbidden',
    zh: '答复由承办人或党务公开办公室办理。',
    en: 'The owner or the office answers it.',
  },
  'answer-holds-personal-data': {
    kind: 'rule',
    zh: '答复中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The answer holds {count} passages that look like personal data; remove or mask them.',
  },
  'answer-missing': {
    kind: 'rule',
    zh: '署名意见须先答复，再办结。',
    en: 'A signed opinion is answered before it is closed.',
  },
  'reason-missing': {
    kind: 'rule',
    zh: '未答复的意见办结时须写明理由。',
    en: 'Closing an opinion without an answer needs a reason.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(FEEDBACK_REFUSALS);

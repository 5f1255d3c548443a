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
  'problem-malformed': {
    kind: 'rule',
    zh: '困难问题由下级党组织以本组织名义在线提出，不针对上级的某一公开事项，也不当场办理。',
    en: 'A problem is put online by an organisation below, in its own name, about no item, and settled later.',
  },
  'not-right-below': {
    kind: 'rule',
    zh: '困难问题只能由直接下级党组织向本组织提出。',
    en: 'Only an organisation right below this one brings problems before it.',
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
  'at-once-in-person-only': {
    kind: 'rule',
    zh: '网上留言由承办人办理，不能在登记时当场答复、呈报或交办。',
    en: 'Only what was heard in person or by phone is settled while it is written down.',
  },
  'call-outcome-missing': {
    kind: 'rule',
    zh: '来电须登记办理方式：当场答复、呈报领导或限期交办。',
    en: 'A call is answered, put to the leader, or assigned with a day: say which.',
  },
  'additions-full': {
    kind: 'rule',
    zh: '同一意见最多补充 {most} 次，请另行提出。',
    en: 'An opinion takes {most} additions at most; leave a new one.',
  },
  'feedback-merged': {
    kind: 'rule',
    zh: '该意见已并案办理，请在并入的意见上操作。',
    en: 'This opinion is handled with another one; act on that one.',
  },
  'merge-unknown': {
    kind: 'rule',
    zh: '没有找到要并入的另一条意见。',
    en: 'There is no such other opinion to merge it into.',
  },
  'merge-elsewhere': {
    kind: 'rule',
    zh: '只能并入同一事项、同一类别的意见。',
    en: 'Only opinions of one kind on one item can be merged.',
  },
  'merge-settled': {
    kind: 'rule',
    zh: '已办结、已并案或自身有并入意见的，不能这样合并。',
    en: 'What is closed or merged itself takes no other; what has others merged into it is not merged.',
  },
  'raised-already': {
    kind: 'rule',
    zh: '该意见已经呈报领导。',
    en: 'This opinion has been put to the leader already.',
  },
  'leader-missing': {
    kind: 'rule',
    zh: '本组织和上级均没有在任的领导小组成员，无法呈报。',
    en: 'Nobody holds a seat in the leading group here or above.',
  },
  'disclosure-missing': {
    kind: 'rule',
    zh: '采纳公开建议须填写已经公开的事项；不予公开的，请选择其他处理结果并写明理由。',
    en: 'A proposal is adopted by an item that has been disclosed; otherwise refuse it with reasons.',
  },
  'audience-of-item': {
    kind: 'rule',
    zh: '对事项的意见，办理结果按该事项的公开范围公开，不另设范围。',
    en: 'The outcome of an opinion on an item goes to those who see the item, and to nobody else.',
  },
  'feedback-open': { kind: 'rule', zh: '该意见尚未办结。', en: 'This opinion has not been closed.' },
  'reopened-already': {
    kind: 'rule',
    zh: '该意见已经重新办理过一次，请另行提出。',
    en: 'An opinion is opened again once; leave a new one.',
  },
  'not-settled': {
    kind: 'rule',
    zh: '答复并办结后才能转为公开事项。',
    en: 'Only what was answered and closed is taken into the catalogue.',
  },
  'promoted-already': {
    kind: 'rule',
    zh: '该意见的办理结果已转为公开事项。',
    en: 'Its outcome has been taken into the catalogue already.',
  },
  'rectification-open': {
    kind: 'rule',
    zh: '整改尚未核验通过。',
    en: 'The rectification has not been verified yet.',
  },
  'rectification-missing': {
    kind: 'rule',
    zh: '该意见没有待办的整改。',
    en: 'There is no open rectification.',
  },
  'rectification-not-yours': {
    kind: 'forbidden',
    zh: '整改情况由整改责任人报告。',
    en: 'Whoever has to put it right reports it.',
  },
  'rectification-unreported': {
    kind: 'rule',
    zh: '整改责任人尚未报告整改情况。',
    en: 'Nothing has been reported yet that could be verified.',
  },
  'rectification-own': {
    kind: 'forbidden',
    zh: '整改须由他人核验。',
    en: 'Somebody else verifies a rectification.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(FEEDBACK_REFUSALS);

import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const ENQUIRY_REFUSALS = {
  'enquiry-unknown': {
    kind: 'unknown',
    zh: '没有找到该申请，或您无权查看。',
    en: 'No such request, or not visible to you.',
  },
  'enquiry-exists': { kind: 'conflict', zh: '该申请已经登记。', en: 'This request is registered already.' },
  'wrong-stage': {
    kind: 'rule',
    zh: '该申请目前的状态是“{stage}”，不能办理此事。',
    en: 'The request is in stage “{stage}”, in which this cannot be done.',
  },
  'own-enquiry': {
    kind: 'forbidden',
    zh: '本人提出的申请，由其他人办理。',
    en: 'Nobody handles their own request.',
  },
  'own-proposal': {
    kind: 'forbidden',
    zh: '办理意见由您提出，须由其他人审批。',
    en: 'You proposed this decision; somebody else approves it.',
  },
  'enquiry-name-missing': {
    kind: 'rule',
    zh: '署名申请请填写姓名，或登录后提交，也可选择匿名。',
    en: 'A signed request needs a name: give one, sign in, or ask anonymously.',
  },
  'enquiry-anonymity-broken': {
    kind: 'rule',
    zh: '匿名申请不得记录提交人身份，请退出登录后提交。',
    en: 'An anonymous request must not be recorded under a person; ask signed out.',
  },
  'written-down-only': {
    kind: 'rule',
    zh: '网上申请不填此项；来访、来电、来信由党务公开办公室登记时填写。',
    en: 'This is for requests that the office writes down, not for online ones.',
  },
  'asker-not-on-roster': {
    kind: 'rule',
    zh: '申请人“{person}”不在本组织名册中。',
    en: '“{person}” is not on the roster of this organisation.',
  },
  'enquiry-owner-not-on-roster': {
    kind: 'rule',
    zh: '承办人“{person}”不在本组织名册中。',
    en: '“{person}” is not on the roster of this organisation.',
  },
  'owner-is-asker': {
    kind: 'rule',
    zh: '承办人不能是申请人本人。',
    en: 'Whoever asked cannot be the one to handle it.',
  },
  'nobody-in-charge': {
    kind: 'rule',
    zh: '本组织及上级均无人在岗，暂不能受理，请向上级党组织反映。',
    en: 'Nobody holds a seat here or above who could take this up; turn to the superior organisation.',
  },
  'question-holds-personal-data': {
    kind: 'rule',
    zh: '填写内容中含有 {count} 处疑似个人信息（身份证号、手机号、住址等），请删除后再提交。',
    en: 'The text holds {count} passages that look like personal data; remove them and send it again.',
  },
  'reply-holds-personal-data': {
    kind: 'rule',
    zh: '答复中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The reply holds {count} passages that look like personal data; remove or mask them.',
  },
  'day-out-of-range': {
    kind: 'rule',
    zh: '日期须在 {earliest} 至 {latest} 之间。',
    en: 'The day must lie between {earliest} and {latest}.',
  },
  'look-again-day-missing': {
    kind: 'rule',
    zh: '“暂时不宜公开”须写明再次研究的日期。',
    en: '“Not for now” needs a day on which it is looked at again.',
  },
  'look-again-day-superfluous': {
    kind: 'rule',
    zh: '只有“暂时不宜公开”才填写再次研究的日期。',
    en: 'Only “not for now” has a day on which it is looked at again.',
  },
  'ground-does-not-fit': {
    kind: 'rule',
    zh: '所选理由不适用于该决定。',
    en: 'This ground does not go with this decision.',
  },
  'link-missing': {
    kind: 'rule',
    zh: '“已经公开”须指明公开的事项或目录行。',
    en: '“Already public” needs the item or row where it stands.',
  },
  'enquiry-item-not-visible': {
    kind: 'rule',
    zh: '没有这一事项，或申请人看不到它。',
    en: 'There is no such item, or whoever asked cannot see it.',
  },
  'enquiry-item-unknown': {
    kind: 'rule',
    zh: '本组织没有这一事项。',
    en: 'This organisation has no such item.',
  },
  'enquiry-row-unknown': {
    kind: 'rule',
    zh: '本组织公开目录中没有这一行。',
    en: 'The catalogue of this organisation has no such row.',
  },
  'decision-pending': {
    kind: 'rule',
    zh: '已有办理意见待审批，请先退回。',
    en: 'A proposed decision waits for approval; return it first.',
  },
  'no-proposal': { kind: 'rule', zh: '尚未提出办理意见。', en: 'No decision has been proposed yet.' },
  'deadline-passed': {
    kind: 'rule',
    zh: '期限（{due}）已过，不能再暂停或延长。',
    en: 'The deadline ({due}) has passed; the clock can no longer be stopped or extended.',
  },
  'paused-too-often': {
    kind: 'rule',
    zh: '暂停计时不得超过 {most} 次。',
    en: 'The clock may stand still {most} times at the most.',
  },
  'already-extended': {
    kind: 'rule',
    zh: '该申请已经延长过一次。',
    en: 'It has been extended once already.',
  },
  'extension-out-of-range': {
    kind: 'rule',
    zh: '延长后的期限须为 {least} 至 {most} 个工作日。',
    en: 'An extended period lasts {least} to {most} working days.',
  },
  'not-disclosed': { kind: 'rule', zh: '该申请没有公开内容。', en: 'Nothing was disclosed on this request.' },
  'promotion-settled': {
    kind: 'rule',
    zh: '是否列入公开目录已经办理。',
    en: 'Whether it becomes a row or an item is settled already.',
  },
  'nothing-to-complain-of': {
    kind: 'rule',
    zh: '尚无可以申诉的决定。',
    en: 'There is no decision that a complaint could be about.',
  },
  'already-complained': {
    kind: 'rule',
    zh: '对该决定的申诉已经受理。',
    en: 'A complaint about this decision has been taken up already.',
  },
  'not-the-asker': {
    kind: 'forbidden',
    zh: '只有申请人本人（凭登录或查询码）可以办理。',
    en: 'Only whoever asked may do this, signed in or with the receipt code.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(ENQUIRY_REFUSALS);

import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const ORGANISATION_REFUSALS = {
  'organisation-unknown': { kind: 'unknown', zh: '没有这个组织。', en: 'There is no such organisation.' },
  'organisation-exists': {
    kind: 'conflict',
    zh: '该组织已经开通，不能重复开通。',
    en: 'This organisation has been set up already.',
  },
  'person-unknown': {
    kind: 'rule',
    zh: '人员“{person}”不在本组织名册中，请先登记。',
    en: 'Person “{person}” is not on the roster of this organisation; register them first.',
  },
  'seat-taken': {
    kind: 'rule',
    zh: '该席位已由同一人担任。',
    en: 'This person holds that seat already.',
  },
  'seat-not-held': { kind: 'rule', zh: '此人未担任该席位。', en: 'This person does not hold that seat.' },
  'seat-ends-before-it-begins': {
    kind: 'rule',
    zh: '离任日期不能早于任职日期（{from}）。',
    en: 'The seat cannot end before it began ({from}).',
  },
  'supervisor-in-leading-group': {
    kind: 'rule',
    zh: '领导小组与监督小组成员不得由同一人兼任。',
    en: 'Nobody may sit in the leading group and the supervision group of the same organisation.',
  },
  'policy-below-floor': {
    kind: 'rule',
    zh: '本组织的规定不得低于上级标准：最短公开天数不少于 {days} 天，意见答复不超过 {answerDays} 天，公开后征求意见不少于 {windowDays} 个工作日。',
    en: 'Policy may be stricter than the superior’s, never weaker: at least {days} days on display, opinions answered within {answerDays} days and asked for during {windowDays} working days at least.',
  },
  'chain-without-superior': {
    kind: 'rule',
    zh: '本组织没有上级组织，审批程序中不能设“上级党组织审批”。',
    en: 'There is no superior organisation, so no approval chain can end with one.',
  },
  'position-not-in-body': {
    kind: 'rule',
    zh: '该机构不设这一职务。',
    en: 'There is no such position in this body.',
  },
  'term-missing': {
    kind: 'rule',
    zh: '监督员实行任期制，请填写任期截止日期。',
    en: 'Supervisors are appointed for a term: say when it ends.',
  },
  'source-missing': {
    kind: 'rule',
    zh: '请注明监督员从哪一方面聘请。',
    en: 'Say from among whom the supervisor was chosen.',
  },
  'place-unknown': {
    kind: 'rule',
    zh: '该机构已核定席位，请选择其中一个职务相符的席位。',
    en: 'This body is laid out in places: choose one of them, of the same position.',
  },
  'place-taken': {
    kind: 'rule',
    zh: '该席位在这段时间内已有人担任，请先办理离任。',
    en: 'Somebody fills that place in this time; let them leave it first.',
  },
  'place-filled': {
    kind: 'rule',
    zh: '席位“{place}”有人担任，不能撤销或改变职务，请先办理离任。',
    en: 'Place “{place}” is filled, so it cannot go or change its position.',
  },
  'body-without-head': {
    kind: 'rule',
    zh: '尚不能正式启用，以下机构没有负责人：{bodies}。',
    en: 'Not yet: these bodies have nobody at their head: {bodies}.',
  },
  'branch-leads-nobody': {
    kind: 'rule',
    zh: '党支部不能下设党组织，请选择党委、党总支或党组作为上级。',
    en: 'A branch has no organisations below it; choose a committee, a general branch or a leading group.',
  },
  'general-branch-leads-branches': {
    kind: 'rule',
    zh: '党总支只能下设党支部，请选择党委或党组作为上级。',
    en: 'A general branch has branches below it only; choose a committee or a leading group.',
  },
  'root-stays': {
    kind: 'rule',
    zh: '区级党组织没有上级，不能调整隶属关系。',
    en: 'The district has no superior and cannot be moved.',
  },
  'move-inside-itself': {
    kind: 'rule',
    zh: '不能划归本组织自身或者其下级组织。',
    en: 'An organisation cannot be put under itself, or under one below it.',
  },
  'superior-unfit': {
    kind: 'rule',
    zh: '只能划归本区另一个正在运行的组织。',
    en: 'It can only be put under another organisation of the district that is at work.',
  },
  'superior-same': {
    kind: 'rule',
    zh: '该组织已经隶属这一上级。',
    en: 'It stands under that superior already.',
  },
  'move-day-unfit': {
    kind: 'rule',
    zh: '起始日期应在 {earliest} 至 {latest} 之间。',
    en: 'The day has to be from {earliest} to {latest}.',
  },
  'successor-unfit': {
    kind: 'rule',
    zh: '只能并入本区另一个正在运行的组织。',
    en: 'It can only be merged into another organisation of the district that is at work.',
  },
  'subordinates-left': {
    kind: 'rule',
    zh: '该组织仍有 {count} 个下级组织，不能并入其他组织。',
    en: 'There are {count} organisations below it, so it cannot be merged.',
  },
  'work-open': {
    kind: 'rule',
    zh: '该组织还有 {count} 件待办未办结，请办结后再并入其他组织。',
    en: 'It has {count} open tasks; settle them before it is merged.',
  },
  'not-a-pilot': {
    kind: 'rule',
    zh: '只能参照试点单位，或者本组织分设前所在的组织。',
    en: 'Only a pilot can be copied, or the organisation that this one was split from.',
  },
  'reach-of-branch': {
    kind: 'rule',
    zh: '只有党委和党总支可以把党内公开的范围扩大到所属组织的党员。',
    en: 'Only a committee or a general branch can reach the Party members of organisations below it.',
  },
  'regulation-unknown': {
    kind: 'rule',
    zh: '制度目录中没有这项制度。',
    en: 'There is no such regulation in the register.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(ORGANISATION_REFUSALS);

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
} as const satisfies RefusalTable;

export const refuse = refuser(ORGANISATION_REFUSALS);

import { type RefusalTable, refuser } from '../../kernel/refusal.ts';

export const CASE_REFUSALS = {
  'case-unknown': {
    kind: 'unknown',
    zh: '没有找到，或您无权查看。',
    en: 'Not found, or not visible to you.',
  },
  'case-exists': { kind: 'conflict', zh: '该案件已经立案。', en: 'This case has been opened already.' },
  'case-person-elsewhere': {
    kind: 'rule',
    zh: '责任人须在本组织名册中。',
    en: 'The person must be on the roster of this organisation.',
  },
  'case-own': {
    kind: 'rule',
    zh: '不能对本人立案。',
    en: 'Nobody opens a case against themselves.',
  },
  'case-not-yours-to-decide': {
    kind: 'forbidden',
    zh: '本案由领导小组负责人决定；立案人、责任人回避，申诉由未作出原决定的人处理。',
    en: 'The leading group decides: neither whoever opened the case nor the person, and on an appeal somebody else than before.',
  },
  'case-decided': { kind: 'rule', zh: '本案已经作出决定。', en: 'The case has been decided.' },
  'case-not-yours-to-appeal': {
    kind: 'forbidden',
    zh: '只有责任人本人可以申诉。',
    en: 'Only the person can appeal.',
  },
  'case-nothing-to-appeal': {
    kind: 'rule',
    zh: '本案没有可申诉的决定，或已经申诉过一次。',
    en: 'There is no decision to appeal against, or an appeal was made already.',
  },
  'case-appeal-late': {
    kind: 'rule',
    zh: '申诉期限（{until}）已过。',
    en: 'An appeal had to be made by {until}.',
  },
  'case-not-appealed': { kind: 'rule', zh: '没有待处理的申诉。', en: 'There is no appeal to decide on.' },
} as const satisfies RefusalTable;

export const refuse = refuser(CASE_REFUSALS);

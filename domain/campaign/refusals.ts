import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const CAMPAIGN_REFUSALS = {
  'campaign-unknown': {
    kind: 'unknown',
    zh: '没有找到该项部署，或您无权查看。',
    en: 'No such campaign, or not visible to you.',
  },
  'campaign-exists': {
    kind: 'conflict',
    zh: '该项部署已经下达。',
    en: 'This campaign has been planned already.',
  },
  'campaign-withdrawn': { kind: 'rule', zh: '该项部署已经撤销。', en: 'This campaign has been withdrawn.' },
  'campaign-stage-dates': {
    kind: 'rule',
    zh: '阶段的结束日期不得早于开始日期，也不得早于上一阶段。',
    en: 'A stage ends on or after the day on which it begins, and none begins or ends before the one before it.',
  },
  'campaign-unit-elsewhere': {
    kind: 'rule',
    zh: '只能向下级组织部署。',
    en: 'A campaign is for organisations below the one that plans it.',
  },
  'campaign-stage-unknown': { kind: 'rule', zh: '没有该阶段。', en: 'There is no such stage.' },
  'campaign-stage-running': {
    kind: 'rule',
    zh: '该阶段至 {until} 结束，结束后再督促。',
    en: 'The stage runs until {until}; urge those behind afterwards.',
  },
  'campaign-nobody-behind': {
    kind: 'rule',
    zh: '各单位均已完成该阶段，无需督促。',
    en: 'Every unit has closed this stage; nobody is behind.',
  },
  'campaign-holds-personal-data': {
    kind: 'rule',
    zh: '文字中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The text holds {count} passages that look like personal data; remove or mask them.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(CAMPAIGN_REFUSALS);

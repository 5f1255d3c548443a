import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const FILING_REFUSALS = {
  'filing-without-superior': {
    kind: 'rule',
    zh: '本组织没有上级党组织，无需报送。',
    en: 'There is no superior organisation to file it with.',
  },
  'filing-year-not-begun': {
    kind: 'rule',
    zh: '{year} 年尚未开始，不能报送该年度总结。',
    en: '{year} has not begun; its summary cannot be filed yet.',
  },
  'filing-sent': {
    kind: 'rule',
    zh: '已经报送。需要补充的，请上级退回后再报。',
    en: 'It has been filed; the superior can send it back to be completed.',
  },
  'filing-unknown': {
    kind: 'unknown',
    zh: '没有找到该报告，或者它不是报送给您所在组织的。',
    en: 'There is no such report, or it was not filed with you.',
  },
  'filing-returned': {
    kind: 'rule',
    zh: '该报告已退回，等待重新报送。',
    en: 'It was sent back and has not been filed again.',
  },
  'filing-acknowledged': {
    kind: 'rule',
    zh: '该报告已经签收，不能退回。',
    en: 'It has been acknowledged and can no longer be sent back.',
  },
  'filing-holds-personal-data': {
    kind: 'rule',
    zh: '文中含有 {count} 处疑似个人信息，请删除或遮盖。',
    en: 'The text holds {count} passages that look like personal data; remove or mask them.',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(FILING_REFUSALS);

import { type RefusalTable, refuser } from '../kernel/refusal.ts';

export const REPORT_REFUSALS = {
  'report-without-superior': {
    kind: 'rule',
    zh: '本组织没有上级党组织，无需报告。',
    en: 'There is no superior organisation to report to.',
  },
  'report-too-early': {
    kind: 'rule',
    zh: '报告期至 {until} 结束，结束后方可报送。',
    en: 'The reported time ends on {until}; it is reported afterwards.',
  },
  'report-not-asked': {
    kind: 'rule',
    zh: '上级要求每半年报告一次，请在第二、第四季度结束后报送。',
    en: 'The superior asks for a report every half-year: after the second and the fourth quarter.',
  },
  'report-sent': { kind: 'rule', zh: '本期报告已经报送。', en: 'This report has been sent already.' },
  'report-unsent': { kind: 'unknown', zh: '本期报告尚未报送。', en: 'This report has not been sent.' },
} as const satisfies RefusalTable;

export const refuse = refuser(REPORT_REFUSALS);

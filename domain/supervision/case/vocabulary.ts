/**
 * What may be decided about a person: the milder means of the 《中国共产党党内监督条例》 (批评教育, 责令检查), and the four
 * of art. 8 of the 《中国共产党问责条例》 (2019), the last of which other bodies impose.
 */
export const MEASURES = {
  education: '批评教育',
  'self-criticism': '责令检查',
  notice: '通报',
  admonition: '诫勉',
  reassignment: '组织调整或者组织处理',
  discipline: '移送给予纪律处分',
  none: '不予问责',
} as const;
export type Measure = keyof typeof MEASURES;

/** What became of an appeal. */
export const APPEAL_RESULTS = { upheld: '维持原决定', changed: '变更原决定', revoked: '撤销原决定' } as const;
export type AppealResult = keyof typeof APPEAL_RESULTS;

export const CASE_STAGES = {
  open: '待决定',
  decided: '已决定，申诉期内',
  appealed: '申诉处理中',
  closed: '已结案',
} as const;
export type CaseStage = keyof typeof CASE_STAGES;

/** What a regulation is about: the first three are those that must be told apart (HZ-28). */
export const REGULATION_SUBJECTS = {
  'major-matters': '重大事项',
  personnel: '选人用人',
  'large-spending': '大额资金使用',
  disclosure: '党务公开',
  other: '其他',
} as const;
export type RegulationSubject = keyof typeof REGULATION_SUBJECTS;
export const REGULATION_SUBJECT_NAMES = Object.keys(REGULATION_SUBJECTS) as [
  RegulationSubject,
  ...RegulationSubject[],
];

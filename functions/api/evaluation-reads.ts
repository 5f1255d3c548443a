import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

const quarter = lazily(async () => (await import('./query-schemas.ts')).quarter);

/** Readings of scores and appraisals, as entries of the table of all readings. */
export const EVALUATION_READS = {
  evaluation: {
    path: `${ORGANISATION}/evaluation`,
    zh: '一个季度的考评得分：每项指标的公式、依据和得分，可自行复算',
    en: 'The score of a quarter: each criterion with its formula and everything it was reckoned from',
    query: quarter,
  },
  standard: {
    path: `${ORGANISATION}/standards`,
    zh: '考评标准的各版本，及一个季度适用的标准',
    en: 'Editions of the standard, and the one that a quarter is scored by',
    query: quarter,
  },
  disputes: {
    path: `${ORGANISATION}/disputes`,
    zh: '下级对提示的异议（经办人）',
    en: 'What units right below dispute, for officials',
    signedIn: true,
  },
  round: {
    path: `${ORGANISATION}/rounds/{year}`,
    zh: '年度考评：各单位结果在公布后向所有人显示',
    en: 'A yearly round; what came of it for each unit once the results are disclosed',
  },
  evaluationOverview: {
    path: `${ORGANISATION}/rounds/{year}/overview`,
    zh: '各单位考评对比：四项得分、三类群体满意度、等次和提示（经办人）；下级单位只见本单位和已公布的占比',
    en: 'All units of a round side by side, for officials; a unit sees itself and the disclosed shares',
    query: lazily(async () => (await import('./evaluation-choice.ts')).evaluationChoice),
    signedIn: true,
  },
  assessment: {
    path: `${ORGANISATION}/assessments/{year}`,
    zh: '一个单位的年度考评',
    en: 'What is said of the year of one unit, as far as the reader may know of it',
  },
} as const;

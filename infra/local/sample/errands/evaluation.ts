import { quarterOf } from '../../../../domain/duty/period.ts';
import { FIRST_STANDARD } from '../../../../domain/evaluation/standard/state.ts';
import type { Errands } from './errand.ts';

/** The district says by what it scores, from this quarter on, and opens the appraisal of the year. */
export const chengjiangEvaluation: Errands = ({ now, year, day }) => [
  {
    label: 'standard',
    as: 'fang-lan',
    operation: 'publishStandard',
    body: {
      from: quarterOf(now).name,
      standard: {
        ...FIRST_STANDARD,
        weights: { ...FIRST_STANDARD.weights, completeness: 12, answers: 13 },
        fields: [{ field: 'basedOn', rows: ['c-03', 'b-03'] }],
      },
    },
  },
  {
    label: 'round',
    as: 'fang-lan',
    operation: 'openRound',
    at: { year },
    body: { selfUntil: day(21), note: '请对照考评标准如实自评，自评报告限一千字以内。' },
  },
];

/** 杏澜中学: has appraised itself and was appraised. */
export const xinglanEvaluation: Errands = ({ year }) => [
  {
    label: 'self',
    as: 'jiang-hailin',
    operation: 'assessOneself',
    at: { year },
    body: {
      score: 93,
      text: '公开目录落实较好，意见答复及时；不足是部分会议公开事项的凭证登记不够及时。',
    },
  },
  {
    label: 'verdict',
    as: 'fang-lan',
    operation: 'assessUnit',
    at: { year },
    body: { score: 91, text: '公开内容规范，监督渠道畅通，示范作用明显；工作计划进展登记有待完善。' },
  },
];

/** 云溪小学: has appraised itself and waits. */
export const yunxiEvaluation: Errands = ({ year }) => [
  {
    label: 'self',
    as: 'tao-jingqiu',
    operation: 'assessOneself',
    at: { year },
    body: { score: 88, text: '自选事项和计划落实情况均已公开，意见采纳情况的公开频次需要提高。' },
  },
];

import { regularityOf } from '../duty/regularity.ts';
import type { Evidence } from './evidence.ts';
import {
  dayOrNone,
  decided,
  dutyPiece,
  isNarrow,
  itemPiece,
  type Piece,
  shareKept,
  weeksOf,
} from './pieces.ts';
import type { Standard } from './standard/state.ts';

/** 内容、程序、办法、效果 (JX-15). */
export const SUB_SCORES = {
  content: { zh: '内容', en: 'content' },
  procedure: { zh: '程序', en: 'procedure' },
  method: { zh: '办法', en: 'method' },
  effect: { zh: '效果', en: 'effect' },
} as const;
export type SubScore = keyof typeof SUB_SCORES;

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Something that is scored: the share is Σ weight × value ÷ Σ weight over its pieces, and nothing without any. */
export interface Criterion {
  readonly part: SubScore;
  readonly name: Words;
  /** For people to read, and to reckon by. */
  readonly formula: Words;
  readonly source: Words;
  pieces(evidence: Evidence, standard: Standard): readonly Piece[];
}

const LEDGER: Words = { zh: '公开义务台账', en: 'ledger of duties' };
const ITEMS: Words = {
  zh: '本期首次公开的事项的全部记录',
  en: 'record of the items first disclosed in the period',
};

/** Every criterion with its formula and where its data comes from (JX-17). Points are in the published standard. */
export const CRITERIA = {
  completeness: {
    part: 'content',
    name: { zh: '应公开尽公开', en: 'Nothing left out' },
    formula: {
      zh: '已公开的义务（含逾期补公开）÷（已公开＋逾期未公开）；重点条目按倍数计',
      en: 'duties met, late ones included ÷ (met + overdue); priority rows count several times',
    },
    source: LEDGER,
    pieces: ({ duties }, standard) =>
      decided(duties).map((duty) => dutyPiece(duty, standard, duty.status !== 'overdue')),
  },
  conformity: {
    part: 'content',
    name: { zh: '符合统一模板', en: 'Conformity to the template' },
    formula: {
      zh: '每个事项：符合的项数÷应符合的项数（形式、范围不超出目录条目，标准要求的字段齐全）；取平均，重点条目按倍数计',
      en: 'each item: things kept ÷ things asked (forms and audience within the row, fields of the standard); the mean, priority rows count several times',
    },
    source: ITEMS,
    pieces: ({ items }, standard) =>
      items.map((item) => itemPiece(item, shareKept(item.template), standard.priorityFactor)),
  },
  accuracy: {
    part: 'content',
    name: { zh: '内容准确', en: 'Accuracy' },
    formula: {
      zh: '未因错误撤下的事项÷本期公开的事项；主动更正后再公开不扣分',
      en: 'items not taken down in error ÷ items disclosed; a revision costs nothing',
    },
    source: ITEMS,
    pieces: ({ items }, standard) =>
      items.map((item) => itemPiece(item, item.inError ? 0 : 1, standard.priorityFactor)),
  },
  process: {
    part: 'procedure',
    name: { zh: '程序完备', en: 'Every step taken' },
    formula: {
      zh: '每个事项四步：审核（五项意见和保密审查）、审批、拟稿与审批分离、先党内后党外；做到的步数÷4，取平均',
      en: 'each item, four steps: reviewed (five verdicts and secrecy), approved, by others than its authors, the Party first; steps taken ÷ 4, the mean',
    },
    source: ITEMS,
    pieces: ({ items }) => items.map((item) => itemPiece(item, shareKept(item.steps), 1)),
  },
  timeliness: {
    part: 'procedure',
    name: { zh: '及时性', en: 'Timeliness' },
    formula: {
      zh: '按期公开÷（按期公开＋逾期补公开＋逾期未公开）；重点条目按倍数计',
      en: 'met in time ÷ (in time + late + overdue); priority rows count several times',
    },
    source: LEDGER,
    pieces: ({ duties }, standard) =>
      decided(duties).map((duty) => dutyPiece(duty, standard, duty.status === 'met')),
  },
  mix: {
    part: 'method',
    name: { zh: '形式多样', en: 'Mix of forms' },
    formula: {
      zh: '采用会议、文件以外形式的事项÷目录允许其他形式的事项；只能在会议或以文件公开的条目不计',
      en: 'items shown otherwise than by meeting or document ÷ items whose row offers other forms; rows that do not are left out',
    },
    source: ITEMS,
    pieces: ({ items }) =>
      items.filter(({ mayVary }) => mayVary).map((item) => itemPiece(item, isNarrow(item.forms) ? 0 : 1, 1)),
  },
  regularity: {
    part: 'method',
    name: { zh: '经常性', en: 'Regularity' },
    formula: {
      zh: '1÷（1＋v²），v 为截至期末最近十三个公开日之间间隔的变异系数；不足三个公开日不计',
      en: '1 ÷ (1 + v²), v the coefficient of variation of the gaps between the last thirteen days of disclosure; left out with fewer than three',
    },
    source: LEDGER,
    pieces: ({ recent, period }) => {
      const value = regularityOf(recent);
      return value === undefined ? [] : [{ about: { kind: 'ledger', id: period }, weight: 1, value }];
    },
  },
  liveliness: {
    part: 'method',
    name: { zh: '动态性', en: 'Liveliness' },
    formula: {
      zh: '有公开、更新、确认或阶段进展的周数÷已开始的周数（从期初起每七天一周）',
      en: 'weeks with a disclosure, an update, a confirmation or a stage ÷ weeks begun, each seven days from the first of the period',
    },
    source: LEDGER,
    pieces: (evidence) =>
      weeksOf(evidence).map(({ from, item }) => ({
        about: { kind: 'week', id: from, ...(item && { of: item }) },
        weight: 1,
        value: item === undefined ? 0 : 1,
      })),
  },
  answers: {
    part: 'effect',
    name: { zh: '意见按期答复', en: 'Opinions answered in time' },
    formula: {
      zh: '在答复期限内答复的意见÷答复期限在本期且已答复或已超期的意见',
      en: 'opinions answered by their day ÷ those whose day lies in the period, answered or overdue',
    },
    source: { zh: '意见建议', en: 'opinions' },
    pieces: ({ opinions }) =>
      opinions
        .filter(({ answeredOn, overdue }) => answeredOn !== undefined || overdue)
        .map(({ id, dueOn, answeredOn }) => ({
          about: { kind: 'opinion', id, on: dueOn },
          weight: 1,
          value: answeredOn !== undefined && answeredOn <= dueOn ? 1 : 0,
        })),
  },
  results: {
    part: 'effect',
    name: { zh: '有过程有结果', en: 'Plans with a result' },
    formula: {
      zh: '已公开结果的计划÷结果应在本期公开的计划（末个阶段的计划日；没有阶段的，公开后若干日）',
      en: 'plans with a disclosed result ÷ plans whose result was due in the period (day of the last stage, or so many days after the plan)',
    },
    source: { zh: '计划与结果配对', en: 'pairs of plan and result' },
    pieces: ({ plans, asOf }) =>
      plans
        .filter(({ result, dueOn }) => result !== undefined || dueOn < dayOrNone(asOf))
        .map(({ item, dueOn, result }) => ({
          about: { kind: 'item', id: item, on: dueOn },
          weight: 1,
          value: result === undefined ? 0 : 1,
        })),
  },
  satisfaction: {
    part: 'effect',
    name: { zh: '三类群体满意度', en: 'Satisfaction of three groups' },
    formula: {
      zh: '党员、群众、社会中答卷达到公布人数的各群体，满意和很满意的比例，取平均',
      en: 'of Party members, masses and society, those of whom enough answered: share of satisfied and very satisfied, the mean',
    },
    source: {
      zh: '本期结束的面向社会的满意度调查（首个量表题）',
      en: 'last survey open to society that closed in the period, its first scale',
    },
    pieces: ({ satisfaction }) =>
      satisfaction.map(({ survey, group, share }) => ({
        about: { kind: 'survey', id: survey, of: group },
        weight: 1,
        value: share,
      })),
  },
} as const satisfies Record<string, Criterion>;
export type CriterionId = keyof typeof CRITERIA;
export const CRITERION_IDS = Object.keys(CRITERIA) as [CriterionId, ...CriterionId[]];

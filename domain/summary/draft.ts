import { type PeriodName, periodTitle } from '../duty/period.ts';
import type { Day } from '../kernel/time.ts';
import { FEWEST } from '../report/figures.ts';
import { FIGURE_GROUPS, type FigureGroup, type Tally, type YearFigures } from './figures.ts';
import { problemsIn } from './problems.ts';

/** One line of a table. Without `count` there were some, but fewer than {@link FEWEST}. */
export interface Figure {
  readonly name: string;
  readonly count?: number;
}

/** Every figure of a table is found again where its group leads. */
export interface SummaryTable {
  readonly group: FigureGroup | 'score';
  readonly caption: string;
  readonly figures: readonly Figure[];
}

export interface SummarySection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly SummaryTable[];
}

/** The draft of a yearly summary (DF-35), in the order in which reports on open government are written. */
export interface Summary {
  readonly title: string;
  readonly year: string;
  readonly sections: readonly SummarySection[];
}

export interface SummaryFacts {
  readonly name: string;
  readonly year: string;
  /** Day on which was counted: the last one of the year, once it is over. */
  readonly until: Day;
  readonly figures: YearFigures;
  /** Points out of 100 of each quarter that was scored, of the organisation itself: they cannot be added up. */
  readonly scores: readonly { readonly period: PeriodName; readonly total: number }[];
  /** Of a superior: how many organisations the figures are of, the own one among them. */
  readonly units: number;
}

/** What is said of people is hidden where they are few, since whoever reads it may know them. */
const OF_PEOPLE: ReadonlySet<FigureGroup> = new Set<FigureGroup>([
  'enquiry',
  'decision',
  'opinion',
  'speaker',
  'outcome',
  'topic',
  'survey',
  'read',
  'took-part',
  'supervised',
]);

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Pure: the same facts give the same draft, word for word. */
export function draftOf(facts: SummaryFacts): Summary {
  const { name, year, figures } = facts;
  const table = (...groups: readonly FigureGroup[]): readonly SummaryTable[] =>
    groups.map((group) => tableOf(group, figures[group])).filter(({ figures: lines }) => lines.length > 0);
  const parts: readonly (Omit<SummarySection, 'title'> & { readonly name: string })[] = [
    { name: '概述', paragraphs: [overview(facts)], tables: [] },
    {
      name: '主动公开情况',
      paragraphs: [disclosing(figures)],
      tables: table('class', 'form', 'audience', 'basis', 'duty'),
    },
    {
      name: '公开目录执行和调整情况',
      paragraphs: [catalogue(figures)],
      tables: table('row', 'adjustment'),
    },
    { name: '依申请公开情况', paragraphs: [asked(figures)], tables: table('enquiry', 'decision') },
    {
      name: '意见建议与办理情况',
      paragraphs: [heard(figures)],
      tables: table('opinion', 'speaker', 'outcome', 'topic', 'survey'),
    },
    {
      name: '党员权利保障情况',
      paragraphs: [rights(figures)],
      tables: table('read', 'took-part', 'supervised'),
    },
    { name: '监督评价情况', paragraphs: [], tables: scoreTable(facts) },
    { name: '会议、培训和文件下发情况', paragraphs: [], tables: table('activity', 'circular') },
    { name: '存在问题与改进措施', paragraphs: problemsIn(figures), tables: [] },
  ];
  return {
    title: `${name}${year}年度党务公开工作总结`,
    year,
    sections: parts
      .filter(({ paragraphs, tables }) => paragraphs.length + tables.length > 0)
      .map(({ name: title, ...section }, index) => ({ title: `${NUMERALS[index]}、${title}`, ...section })),
  };
}

const scoreTable = ({ scores }: SummaryFacts): readonly SummaryTable[] => {
  const figures = scores.map(({ period, total }) => ({ name: periodTitle(period), count: total }));
  return figures.length === 0 ? [] : [{ group: 'score', caption: '季度考评得分（满分100）', figures }];
};

function tableOf(group: FigureGroup, tally: Tally): SummaryTable {
  const lines = Object.entries(tally).filter(([, count]) => count > 0);
  const sorted = COUNTED.has(group) ? lines.toSorted(mostFirst) : lines;
  return {
    group,
    caption: FIGURE_GROUPS[group],
    figures: sorted.map(([name, count]) => said(group, name, count)),
  };
}

/** Groups whose names come out of what was counted, in no order; the others have an order of their own. */
const COUNTED: ReadonlySet<FigureGroup> = new Set([
  'class',
  'form',
  'audience',
  'basis',
  'row',
  'adjustment',
  'decision',
  'speaker',
  'outcome',
]);

const mostFirst = ([a, most]: [string, number], [b, less]: [string, number]): number =>
  less - most || (a < b ? -1 : 1);

const said = (group: FigureGroup, name: string, count: number): Figure =>
  OF_PEOPLE.has(group) && count < FEWEST ? { name } : { name, count };

export const FEW = `少于${FEWEST}`;
export const countOf = ({ count }: Figure): string => (count === undefined ? FEW : String(count));

/** How many in a sentence: people may be told apart by a small number. */
export const amount = (tally: Tally, name: string): string => {
  const count = tally[name] ?? 0;
  return count > 0 && count < FEWEST ? FEW : String(count);
};
const exactly = (tally: Tally, name: string): number => tally[name] ?? 0;
const sum = (tally: Tally): number => Object.values(tally).reduce((before, count) => before + count, 0);

function overview({ name, year, until, figures, units }: SummaryFacts): string {
  const whose = units > 1 ? `${name}及所属组织共 ${units} 个` : name;
  const time =
    until === `${year}-12-31`
      ? `${year}年`
      : `${year}年1月1日至${Number(until.slice(5, 7))}月${Number(until.slice(8))}日`;
  return (
    `${time}，${whose}共公开党务事项 ${exactly(figures.total, '公开事项')} 件，` +
    `收到依申请公开 ${amount(figures.enquiry, '收到申请')} 件，` +
    `收到意见建议 ${amount(figures.opinion, '收到')} 件，` +
    `组织征求意见 ${amount(figures.survey, '组织征求意见')} 次。以下数据均由公开记录生成，可逐项核查。`
  );
}

function disclosing({ duty }: YearFigures): string {
  const decided = exactly(duty, '按期公开') + exactly(duty, '补公开') + exactly(duty, '逾期未公开');
  if (decided === 0) return '本年度没有到期的公开义务。';
  const rate = Math.round((100 * exactly(duty, '按期公开')) / decided);
  return `到期公开义务 ${decided} 项，按期公开 ${exactly(duty, '按期公开')} 项，按期率 ${rate}%。`;
}

/** 宜公开尽量公开 (JX-01): how much is not disclosed, and on a ground. */
function catalogue({ row, adjustment }: YearFigures): string {
  const rows = sum(row);
  const not = exactly(row, '依规不予公开') + exactly(row, '暂不公开');
  const share = rows === 0 ? 0 : Math.round((1000 * not) / rows) / 10;
  return (
    `公开目录共 ${rows} 条，其中注明理由不予公开或暂不公开 ${not} 条，占 ${share}%。` +
    `本年度调整公开目录 ${sum(adjustment)} 次，均记录调整理由和版本。`
  );
}

const asked = ({ enquiry }: YearFigures): string =>
  exactly(enquiry, '收到申请') === 0
    ? '本年度没有收到公开申请。'
    : `收到公开申请 ${amount(enquiry, '收到申请')} 件，已作出决定 ${amount(enquiry, '已作出决定')} 件，逾期 ${amount(enquiry, '逾期')} 件。`;

const heard = ({ opinion }: YearFigures): string =>
  exactly(opinion, '收到') === 0
    ? '本年度没有收到意见建议。'
    : `收到意见建议 ${amount(opinion, '收到')} 件，已答复 ${amount(opinion, '已答复')} 件，正在办理 ${amount(opinion, '办理中')} 件，逾期 ${amount(opinion, '逾期')} 件。`;

const rights = (figures: YearFigures): string =>
  sum(figures.read) + sum(figures['took-part']) + sum(figures.supervised) === 0
    ? '本年度没有党员知情、参与、监督方面的统计数据。'
    : '按知情、参与、监督三项权利统计如下，阅读量为约数，不记录阅读人。';

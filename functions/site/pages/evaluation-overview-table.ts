import {
  FIGURE_NAMES,
  FIGURES,
  RATED,
  UNIT_STAGES,
  type UnitStanding,
} from '../../../domain/evaluation/overview.ts';
import { SIGNALS } from '../../../domain/evaluation/signals.ts';
import type { Table } from '../../export/table.ts';

/** 各单位考评对比 as a table for spreadsheets. */
export const overviewTable = (year: string, units: readonly UnitStanding[]): Table => ({
  name: `${year}年度考评对比`,
  columns: [
    { name: '单位', width: 24 },
    ...FIGURE_NAMES.map((figure) => ({ name: FIGURES[figure], width: 12 })),
    { name: '等次', width: 10 },
    { name: '进度', width: 12 },
    { name: '未消除的提示', width: 14 },
    { name: '提示内容', width: 50 },
  ],
  rows: units.map(({ name, figures, rating, stage, signals }) => [
    name,
    ...FIGURE_NAMES.map((figure) => figures[figure]),
    RATED[rating ?? 'none'],
    UNIT_STAGES[stage],
    signals?.length,
    signals?.map(({ period, signal }) => `${period} ${SIGNALS[signal].zh}`).join('；'),
  ]),
});

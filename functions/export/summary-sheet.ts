import { countOf, type Summary } from '../../domain/summary/draft.ts';
import type { Table } from './table.ts';

/** The figures of a yearly summary, a row a figure; those that are hidden stay words. */
export const summarySheet = ({ year, sections }: Summary): Table => ({
  name: `${year}年度总结`,
  columns: [
    { name: '章节', width: 26 },
    { name: '统计项', width: 26 },
    { name: '项目', width: 32 },
    { name: '数量', width: 10 },
  ],
  rows: sections.flatMap(({ title, tables }) =>
    tables.flatMap(({ caption, figures }) =>
      figures.map((figure) => [title, caption, figure.name, figure.count ?? countOf(figure)]),
    ),
  ),
});

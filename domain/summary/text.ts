import { countOf, type Summary, type SummaryTable } from './draft.ts';

/** The draft as an item's text: headings, paragraphs and tables of the Markdown subset. */
export const textOf = ({ sections }: Summary): string =>
  sections
    .map(({ title, paragraphs, tables }) =>
      [`# ${title}`, ...paragraphs.map(escaped), ...tables.map(tableText)].join('\n\n'),
    )
    .join('\n\n');

const tableText = ({ caption, figures }: SummaryTable): string =>
  [
    `${caption}：`,
    [
      '| 项目 | 数量 |',
      '| --- | --- |',
      ...figures.map((figure) => `| ${cell(figure.name)} | ${countOf(figure)} |`),
    ].join('\n'),
  ].join('\n\n');

/** Names come from catalogues, which may hold any character. */
const cell = (name: string): string => name.replaceAll('|', '／').replaceAll('\n', ' ');

/** A paragraph that begins with `1. ` is a paragraph here, since lists that are broken off count anew. */
const escaped = (paragraph: string): string => paragraph.replace(/^(\d+)\. /, '$1．');

import { AUDIENCES, type Audience } from '../../kernel/audience.ts';
import type { CatalogueRow, Timing } from '../row.ts';
import { TAGS, tagName } from '../views.ts';

/** Columns of a catalogue as a table, by what they hold; the names are those of the official catalogues. */
export const TABLE_COLUMNS = {
  id: '编号',
  no: '序号',
  level1: '一级目录',
  level2: '二级目录',
  level3: '三级目录',
  forms: '公开形式（选择）',
  openEnded: '形式可增列',
  audience: '公开范围',
  timing: '公开时限',
  mandated: '规定动作',
  priority: '重点公开',
  tags: '其他分类',
} as const;
export type TableColumn = keyof typeof TABLE_COLUMNS;
const COLUMNS = Object.keys(TABLE_COLUMNS) as readonly TableColumn[];

const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  named: '特定对象',
  party: '党内',
  unit: '本单位',
  public: '党内外',
};
const TIMING_WORDS: Readonly<Record<Timing, string>> = {
  standing: '长期',
  periodic: '定期',
  staged: '分期',
  prompt: '即时',
};
const yesNo = (is: boolean | undefined): string | undefined =>
  is === undefined ? undefined : is ? '是' : '否';

/** A row as the cells of a table. */
export const cellsOf = (row: CatalogueRow): readonly (string | number | undefined)[] =>
  COLUMNS.map((column) => {
    switch (column) {
      case 'forms':
        return row.forms.join('、');
      case 'openEnded':
      case 'mandated':
      case 'priority':
        return yesNo(row[column]);
      case 'audience':
        return row.audience && AUDIENCE_WORDS[row.audience];
      case 'timing':
        return row.timing && TIMING_WORDS[row.timing];
      case 'tags':
        return row.tags?.map((tag) => tagName(tag) ?? tag).join('、');
      default:
        return row[column];
    }
  });

/** Something wrong with a line, counted as the spreadsheet does: the heading is the first. */
export interface TableError {
  readonly line: number;
  readonly column?: string;
  readonly zh: string;
  readonly en: string;
}

/** Lines of the table as rows, still unchecked, and what could not be understood. */
export interface TableRows {
  readonly rows: readonly { readonly line: number; readonly row: Readonly<Record<string, unknown>> }[];
  readonly errors: readonly TableError[];
}

/** @param cells of a sheet, its heading first; columns may stand in any order, those left out are empty */
export function rowsInTable(cells: readonly (readonly string[])[]): TableRows {
  const [heading = [], ...lines] = cells;
  const named = heading.map((name) => COLUMNS.find((column) => isNamed(column, name.trim())));
  const missing = (['id', 'level1'] as const).filter((column) => !named.includes(column));
  if (missing.length > 0) {
    const names = missing.map((column) => TABLE_COLUMNS[column]).join('、');
    const zh = `表头缺少“${names}”，请用导出的表格修改。`;
    return { rows: [], errors: [{ line: 1, zh, en: `The heading lacks ${names}; start from an export.` }] };
  }
  const errors: TableError[] = [];
  const rows = lines.flatMap((line, index) => {
    if (line.every((cell) => cell.trim() === '')) return [];
    const row: Record<string, unknown> = { forms: [] };
    for (const [at, column] of named.entries()) {
      const text = (line[at] ?? '').trim();
      if (!column || text === '') continue;
      const value = read(column, text);
      if (value === undefined) errors.push(misread(index + 2, column, text));
      else row[column] = value;
    }
    return [{ line: index + 2, row }];
  });
  return { rows, errors };
}

/** 公开形式（选择） may be called 公开形式. */
const isNamed = (column: TableColumn, name: string): boolean =>
  TABLE_COLUMNS[column] === name || TABLE_COLUMNS[column].replace('（选择）', '') === name;

/** Undefined for what means nothing. */
function read(column: TableColumn, text: string): unknown {
  switch (column) {
    case 'no':
      return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
    case 'forms':
      return text
        .replace(/等$/, '')
        .split(/[、，,;；]/)
        .map((name) => name.trim())
        .filter(Boolean);
    case 'openEnded':
    case 'mandated':
    case 'priority':
      return { 是: true, 否: false }[text];
    case 'audience':
      return text === '社会' ? 'public' : AUDIENCES.find((audience) => AUDIENCE_WORDS[audience] === text);
    case 'timing':
      return (Object.keys(TIMING_WORDS) as Timing[]).find((timing) => TIMING_WORDS[timing] === text);
    case 'tags': {
      const names = text.split('、');
      const tags = names.map((name) => TAGS.find((tag) => tagName(tag) === name));
      return tags.every((tag) => tag !== undefined) ? tags : undefined;
    }
    default:
      return text;
  }
}

function misread(line: number, column: TableColumn, text: string): TableError {
  const name = TABLE_COLUMNS[column];
  const words: Partial<Record<TableColumn, string>> = {
    audience: Object.values(AUDIENCE_WORDS).join('、'),
    timing: Object.values(TIMING_WORDS).join('、'),
    openEnded: '是、否',
    mandated: '是、否',
    priority: '是、否',
    no: '正整数',
  };
  const hint = words[column] ?? '本表导出时的写法';
  return {
    line,
    column: name,
    zh: `“${text}”不是可用的写法，请填：${hint}。`,
    en: `${text} is not understood; use: ${hint}.`,
  };
}

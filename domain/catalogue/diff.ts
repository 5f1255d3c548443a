import type { CatalogueRow } from './row.ts';

/** What is compared of a row, in the order in which a table shows it. */
export const ROW_ATTRIBUTES = {
  no: '序号',
  level1: '一级目录',
  level2: '二级目录',
  level3: '三级目录',
  forms: '公开形式',
  formsText: '公开形式原文',
  openEnded: '形式可增列',
  audience: '公开范围',
  timing: '公开时限',
  mandated: '规定动作',
  priority: '重点公开',
  tags: '其他分类',
  powers: '权力清单',
  activeFrom: '启用日期',
  term: '任期',
  year: '年度',
  detail: '本单位说明',
} as const;
export type RowAttribute = keyof typeof ROW_ATTRIBUTES;
const ATTRIBUTES = Object.keys(ROW_ATTRIBUTES) as readonly RowAttribute[];

export interface AttributeChange {
  readonly attribute: RowAttribute;
  readonly before?: CatalogueRow[RowAttribute];
  readonly after?: CatalogueRow[RowAttribute];
}

/** What became of the rows from one version to another; rows are the same when they have the same id. */
export interface CatalogueDiff {
  readonly added: readonly CatalogueRow[];
  readonly removed: readonly CatalogueRow[];
  readonly changed: readonly { readonly row: CatalogueRow; readonly changes: readonly AttributeChange[] }[];
}

export function diffRows(before: readonly CatalogueRow[], after: readonly CatalogueRow[]): CatalogueDiff {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !kept.has(id)),
    changed: after.flatMap((row) => {
      const was = old.get(row.id);
      const changes = was ? changesBetween(was, row) : [];
      return changes.length > 0 ? [{ row, changes }] : [];
    }),
  };
}

/** Attribute by attribute; one that is absent on both sides has not changed. */
export const changesBetween = (before: CatalogueRow, after: CatalogueRow): readonly AttributeChange[] =>
  ATTRIBUTES.filter((attribute) => !isSame(before[attribute], after[attribute])).map((attribute) => ({
    attribute,
    ...(before[attribute] !== undefined && { before: before[attribute] }),
    ...(after[attribute] !== undefined && { after: after[attribute] }),
  }));

/** Values of attributes are plain, and lists keep their order. */
const isSame = (a: CatalogueRow[RowAttribute], b: CatalogueRow[RowAttribute]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

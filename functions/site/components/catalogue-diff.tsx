import { type AttributeChange, type CatalogueDiff, ROW_ATTRIBUTES } from '../../../domain/catalogue/diff.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { tagName } from '../../../domain/catalogue/views.ts';
import { chineseDate } from '../dates.ts';
import { scopeOf, timingOf } from '../words.ts';

/** An attribute of a row, as people say it. */
export function attributeText({ attribute }: Pick<AttributeChange, 'attribute'>, value: unknown): string {
  if (value === undefined) return '（无）';
  switch (attribute) {
    case 'audience':
      return scopeOf({ audience: value as CatalogueRow['audience'], origin: 'local' });
    case 'timing':
      return timingOf({ timing: value as CatalogueRow['timing'] });
    case 'activeFrom':
      return chineseDate(String(value));
    case 'term': {
      const { from, until } = value as NonNullable<CatalogueRow['term']>;
      return `${from}—${until}年`;
    }
    case 'tags':
      return (value as readonly string[]).map((tag) => tagName(tag) ?? tag).join('、') || '（无）';
    default:
      if (typeof value === 'boolean') return value ? '是' : '否';
      return Array.isArray(value) ? value.join('、') || '（无）' : String(value);
  }
}

export const ChangeList = ({ changes }: { changes: readonly AttributeChange[] }) =>
  changes.length === 0 ? null : (
    <ul>
      {changes.map((change) => (
        <li>
          {ROW_ATTRIBUTES[change.attribute]}：<del>{attributeText(change, change.before)}</del> →{' '}
          <ins>{attributeText(change, change.after)}</ins>
        </li>
      ))}
    </ul>
  );

/** What differs between two versions: rows that came, that went, and that changed. */
export function DiffTable({ diff, caption }: { diff: CatalogueDiff; caption: string }) {
  const { added, removed, changed } = diff;
  const lines = [
    ...added.map((row) => ({ row, what: '新增', changes: [] })),
    ...removed.map((row) => ({ row, what: '取消', changes: [] })),
    ...changed.map(({ row, changes }) => ({ row, what: '修改', changes })),
  ];
  if (lines.length === 0) return <p class="empty">两版没有差别。</p>;
  return (
    <section class="table-scroll" tabindex={0} aria-label={caption}>
      <table class="catalogue">
        <caption>
          {caption}：新增 {added.length} 行，取消 {removed.length} 行，修改 {changed.length} 行
        </caption>
        <thead>
          <tr>
            <th scope="col">变化</th>
            <th scope="col">目录行</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, what, changes }) => (
            <tr>
              <td data-label="变化">{what}</td>
              <th scope="row">
                {nameOf(row)}
                <p class="small">
                  {row.level1}（{row.id}）
                </p>
              </th>
              <td data-label="内容">
                <ChangeList changes={changes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { nameOf } from '../../../../domain/catalogue/row-name.ts';
import type { RowReading } from '../../../shell/reading/full-picture.ts';
import { chineseDate } from '../../dates.ts';
import { formsOf, scopeOf, timingOf } from '../../words.ts';
import { ROW_STATES } from '../catalogue.tsx';
import { Sheet, type SheetFrame } from './sheet.tsx';

interface CatalogueSheetProps {
  readonly frame: SheetFrame;
  readonly rows: readonly RowReading[];
}

/** 公开目录: every row of the catalogue and what has become of it, on one list. */
export function CatalogueSheet({ frame, rows }: CatalogueSheetProps) {
  return (
    <Sheet frame={frame} title="公开目录" edition={`共 ${rows.length} 行`} landscape>
      <header class="masthead">
        <p>{frame.organisation.name}</p>
        <h1>党务公开目录及公开情况</h1>
      </header>
      <section class="table-scroll wide" tabindex={0} aria-label="公开目录及公开情况">
        <table>
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">类别</th>
              <th scope="col">公开内容</th>
              <th scope="col">公开形式</th>
              <th scope="col">公开范围</th>
              <th scope="col">公开时限</th>
              <th scope="col">公开情况</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, state, items }) => (
              <tr>
                <td>{row.no ?? (row.origin === 'local' ? '自设' : '—')}</td>
                <td>{row.level1}</td>
                <th scope="row">{nameOf(row)}</th>
                <td>{formsOf(row)}</td>
                <td>{scopeOf(row)}</td>
                <td>{timingOf(row)}</td>
                <td>
                  {ROW_STATES[state]}
                  {items.map(({ title, releasedAt }) => (
                    <p>
                      {title}（{chineseDate(releasedAt)}）
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  );
}

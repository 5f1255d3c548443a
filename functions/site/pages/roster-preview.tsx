import { COLUMNS, type ColumnName } from '../../../domain/roster/columns.ts';
import { lineOf } from '../../../domain/roster/errors.ts';
import type { RosterLine } from '../../issuing/roster.ts';

interface Wrong {
  /** `rows.<place>.<column>`, or nothing for what is wrong with the whole. */
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

/** What came of a roster that was sent: what it changes, or what is wrong with it. */
export interface Tried {
  readonly lines?: readonly RosterLine[];
  /** `checked` while it only would change that; `unchanged` when there is nothing to change. */
  readonly stage?: string | undefined;
  readonly errors?: readonly Wrong[];
  /** The roster as CSV, to be sent again. */
  readonly text: string;
}

/** What is wrong, by line and column. */
export function ErrorTable({ errors }: { errors: readonly Wrong[] }) {
  return (
    <section class="note bad" role="alert" tabindex={-1} data-error-summary="" aria-labelledby="errors">
      <h2 id="errors">未导入，请核对以下 {errors.length} 处</h2>
      <div class="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">列</th>
              <th scope="col">问题</th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ field, zh, en }) => {
              const { line, column } = placeOf(field);
              return (
                <tr>
                  <th scope="row">{line}</th>
                  <td>{column}</td>
                  <td>
                    {zh} <small lang="en">{en}</small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Lines are counted as a spreadsheet shows them. */
function placeOf(field: string): { readonly line: string; readonly column: string } {
  const [, row, column = ''] = /^rows\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  const named = Object.hasOwn(COLUMNS, column) ? COLUMNS[column as ColumnName].name : '';
  return { line: row === undefined ? '—' : String(lineOf(Number(row))), column: named || '—' };
}

/** What a roster would change or has changed, unit by unit; while it only would, the button that makes it so. */
export function Changes({
  here,
  tried,
  lines,
}: {
  here: string;
  tried: Tried;
  lines: readonly RosterLine[];
}) {
  const touched = lines.filter(
    ({ isNew, people, seats }) => isNew || people.created + people.changed + seats.created > 0,
  );
  const { stage, text } = tried;
  return (
    <section class="sheet" aria-labelledby="changes">
      <h2 id="changes">{stage === 'imported' ? '已导入' : '导入后的变化'}</h2>
      {stage === 'imported' && (
        <p class="note good" role="status">
          ✓ 花名册已导入。
        </p>
      )}
      {stage === 'unchanged' && (
        <p class="note good" role="status">
          ✓ 与现有名册一致，没有变化。
        </p>
      )}
      <p class="small">
        共 {lines.length} 个单位，其中 {lines.length - touched.length} 个没有变化。
      </p>
      {touched.length > 0 && (
        <section class="table-scroll" tabindex={0} aria-label="各单位的变化">
          <table class="sums">
            <thead>
              <tr>
                <th scope="col">单位</th>
                <th scope="col">新增人员</th>
                <th scope="col">更改人员</th>
                <th scope="col">不变人员</th>
                <th scope="col">新任席位</th>
                <th scope="col">不变席位</th>
              </tr>
            </thead>
            <tbody>
              {touched.map(({ name, isNew, people, seats }) => (
                <tr>
                  <th scope="row">
                    {name} {isNew && <span class="tag ok">新开通</span>}
                  </th>
                  <td>{people.created}</td>
                  <td>{people.changed}</td>
                  <td>{people.unchanged}</td>
                  <td>{seats.created}</td>
                  <td>{seats.unchanged}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {stage === 'checked' && (
        <form method="post" action={`${here}#main`} enctype="multipart/form-data">
          <input type="hidden" name="text" value={text} />
          <input type="hidden" name="confirm" value="yes" />
          <p class="actions">
            <button class="button" type="submit">
              确认导入
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

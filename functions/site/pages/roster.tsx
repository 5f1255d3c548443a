import { positionTitle } from '../../../domain/organisation/body.ts';
import { ORIGINS } from '../../../domain/profile/vocabulary.ts';
import type { CompositionReading } from '../../shell/reading/profile-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { Changes, ErrorTable, type Tried } from './roster-preview.tsx';

interface RosterProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly composition: CompositionReading;
  /** Sits in the office, which keeps the roster. */
  readonly keeps: boolean;
  readonly tried?: Tried | undefined;
}

/** 花名册: download, preview, import; and who works on Party affairs below (QD-01 to QD-03). */
export function RosterPage({ frame, organisation, composition, keeps, tried }: RosterProps) {
  const here = `/desk/o/${organisation}/roster`;
  return (
    <Page
      frame={frame}
      title="花名册"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}`, name: '工作台' }]}
    >
      <h1>
        花名册 <small lang="en">Roster</small>
      </h1>
      {tried?.errors && <ErrorTable errors={tried.errors} />}
      {tried?.lines && <Changes here={here} tried={tried} lines={tried.lines} />}
      {keeps ? (
        <Exchange here={here} text={tried?.errors ? tried.text : ''} />
      ) : (
        <p class="empty">花名册由党务公开办公室下载和导入。</p>
      )}
      <Workers composition={composition} />
    </Page>
  );
}

function Exchange({ here, text }: { here: string; text: string }) {
  return (
    <section class="sheet no-print" id="import">
      <h2>下载和导入</h2>
      <p>
        一行一个席位；没有席位的人员、没有人员的单位各占一行。下载的表格修改后可以原样导入：只增加和更改，不删除。全部核对无误才导入，有一处错误则全部不导入。
      </p>
      <p class="actions">
        <a class="button second" href={`${here}.xlsx`}>
          下载 Excel
        </a>
        <a class="button second" href={`${here}.csv`}>
          下载 CSV
        </a>
      </p>
      <form method="post" action={`${here}#main`} enctype="multipart/form-data">
        <div class="field">
          <label for="file">花名册文件</label>
          <span class="hint" id="file-hint">
            xlsx 或 csv，不超过 100 KB。
          </span>
          <input
            type="file"
            id="file"
            name="file"
            accept=".xlsx,.csv,text/csv"
            aria-describedby="file-hint"
          />
        </div>
        <div class="field">
          <label for="text">
            或者粘贴表格<span class="optional">（可不填）</span>
          </label>
          <span class="hint" id="text-hint">
            从电子表格中连同表头一起复制。请勿写入身份证号、手机号码。
          </span>
          <textarea id="text" name="text" aria-describedby="text-hint">
            {text}
          </textarea>
        </div>
        <p class="actions">
          <button class="button" type="submit">
            核对，查看变化
          </button>
        </p>
      </form>
    </section>
  );
}

const percent = (perMille: number): string => `${(perMille / 10).toFixed(1)}%`;

function Workers({
  composition: { units, workers, positions, withoutHead },
}: {
  composition: CompositionReading;
}) {
  return (
    <section class="sheet">
      <h2>党务工作人员构成</h2>
      <p>
        {units} 个单位，党务工作人员 {workers} 人次。
      </p>
      <section class="table-scroll" tabindex={0} aria-label="党务工作人员构成">
        <table>
          <thead>
            <tr>
              <th scope="col">职务</th>
              <th scope="col">人数</th>
              <th scope="col">来源构成</th>
            </tr>
          </thead>
          <tbody>
            {positions.map(({ position, count, origins }) => (
              <tr>
                <th scope="row">{positionTitle('party-committee', position)}</th>
                <td>{count}</td>
                <td>
                  {origins
                    .map(
                      ({ origin, count: part, perMille }) =>
                        `${origin === 'unknown' ? '未登记' : ORIGINS[origin]} ${part} 人（${percent(perMille)}）`,
                    )
                    .join('，') || '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {withoutHead.length > 0 && (
        <p class="note warn">
          ⚠ {withoutHead.length} 个单位没有书记：{withoutHead.map(({ shortName }) => shortName).join('、')}。
        </p>
      )}
    </section>
  );
}

import type { CatalogueDiff } from '../../../domain/catalogue/diff.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { TableError } from '../../../domain/catalogue/template/table.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { TemplateLine, TemplateVersion } from '../../shell/reading/template-readings.ts';
import type { TablePreview } from '../../shell/template-table.ts';
import { CaseForm, type CaseFormsProps, Reason } from '../components/case-form.tsx';
import { DiffTable } from '../components/catalogue-diff.tsx';
import { ClassTable } from '../components/class-table.tsx';
import { TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';
import { formsOf, scopeOf, timingOf } from '../words.ts';
import { Done } from './topics.tsx';

/** Kinds of unit for which a district may want a catalogue of its own. */
const SUGGESTED = {
  kindergarten: '幼儿园',
  primary: '小学',
  secondary: '中学',
  vocational: '职业学校',
  town: '乡镇中心校',
  institution: '直属单位',
} as const;

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly templates: readonly TemplateLine[];
  /** Of the district's office. */
  readonly mayPublish: boolean;
}

/** 可采用的目录, by kind of unit (TZ-13). */
export function TemplatesPage({ frame, organisation, templates, mayPublish }: ListProps) {
  const here = `/desk/o/${organisation}/catalogue/templates`;
  const missing = Object.entries(SUGGESTED).filter(
    ([kind]) => !templates.some(({ template }) => template === kind),
  );
  return (
    <Page
      frame={frame}
      title="可采用的目录"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/catalogue`, name: '目录管理' }]}
    >
      <h1>
        可采用的目录 <small lang="en">Templates by kind of unit</small>
      </h1>
      <ul class="areas">
        {templates.map(({ template, title, version, rows, units, publishedAt }) => (
          <li>
            <a href={`${here}/${template}`}>{title}</a>
            <span class="small">
              第 {version} 版，{rows} 行{units.length > 0 && `，适用：${units.join('、')}`}
              {publishedAt && `，${chineseDate(publishedAt)}下发`}
            </span>
          </li>
        ))}
      </ul>
      {mayPublish && missing.length > 0 && (
        <section class="sheet">
          <h2>为其他类型的单位编制目录</h2>
          <ul class="areas">
            {missing.map(([kind, name]) => (
              <li>
                <a href={`${here}/${kind}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

export interface TemplateProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly kind: string;
  readonly versions: readonly TemplateVersion[];
  /** The version that is looked at; undefined while there is none. */
  readonly shown:
    | { readonly version: number; readonly title: string; readonly rows: readonly CatalogueRow[] }
    | undefined;
  readonly compared: { readonly from: number; readonly to: number; readonly diff: CatalogueDiff } | undefined;
  readonly mayPublish: boolean;
  /** A table that was looked at, with its cells as text. */
  readonly preview?: { readonly text: string; readonly looked: TablePreview } | undefined;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** One template: its rows, its versions, and for the district how the next one is made. */
export function TemplatePage(props: TemplateProps) {
  const { frame, organisation, kind, versions, shown, compared, done } = props;
  const here = `/desk/o/${organisation}/catalogue/templates/${kind}`;
  const title = shown?.title ?? SUGGESTED[kind as keyof typeof SUGGESTED] ?? kind;
  return (
    <Page
      frame={frame}
      title={title}
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/catalogue/templates`, name: '可采用的目录' }]}
    >
      <h1>
        {title} {shown && <small>第 {shown.version} 版</small>}
      </h1>
      <Done text={done} />
      {shown && (
        <p>
          <a href={`${here}/table.xlsx?version=${shown.version}`}>导出 Excel</a>　
          <a href={`${here}/table.csv?version=${shown.version}`}>导出 CSV</a>
        </p>
      )}
      <Versions here={here} versions={versions} />
      {compared && (
        <DiffTable diff={compared.diff} caption={`第 ${compared.from} 版与第 ${compared.to} 版`} />
      )}
      {props.mayPublish && <Publishing {...props} here={here} />}
      {shown && (
        <ClassTable
          caption={title}
          columns={['编号', '公开内容', '公开形式', '公开范围', '公开时限', '性质']}
          entries={shown.rows}
          classOf={({ level1 }) => level1}
          row={(row) => (
            <tr>
              <td class="no" data-label="编号">
                {row.id}
              </td>
              <th scope="row">
                {nameOf(row)}
                {row.level2 && row.level3 && <p class="small">{row.level2}</p>}
              </th>
              <td data-label="公开形式">{formsOf(row)}</td>
              <td data-label="公开范围">{scopeOf(row)}</td>
              <td data-label="公开时限">{timingOf(row)}</td>
              <td data-label="性质">{row.mandated ? '规定动作' : '自选动作'}</td>
            </tr>
          )}
        />
      )}
    </Page>
  );
}

function Versions({ here, versions }: { here: string; versions: TemplateProps['versions'] }) {
  if (versions.length === 0) return <p class="empty">尚未下发这类单位的目录。</p>;
  return (
    <section class="sheet">
      <h2>历次版本</h2>
      <ul>
        {versions.map(({ version, rows, reason, publishedAt }, index) => (
          <li>
            <a href={`${here}?version=${version}`}>第 {version} 版</a>，{rows} 行
            {publishedAt && `，${chineseDate(publishedAt)}下发`}
            {reason && `：${reason}`}
            {index > 0 && (
              <a href={`${here}?from=${versions[index - 1]?.version}&to=${version}`}>与上一版对照</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** First a look at the table, then publishing what was looked at. */
function Publishing({ here, shown, preview, forms }: TemplateProps & { here: string }) {
  const refused = forms.refused?.action === 'publish';
  const text = refused ? String(forms.refused?.filled.values['publish.table'] ?? '') : preview?.text;
  const mayGo = refused || (preview !== undefined && preview.looked.errors.length === 0);
  return (
    <>
      <section class="sheet no-print" id="import">
        <h2>{shown ? '编制下一版' : '编制目录'}</h2>
        <p>
          {shown ? '导出上面的表格' : '导出一种已有的目录作为样表'}
          ，修改后上传，或从电子表格复制后粘贴在下面。先核对，再下发。
        </p>
        <form method="post" action={`${here}/preview#looked`} enctype="multipart/form-data">
          <div class="field">
            <label for="file">
              表格文件（xlsx 或 csv）<span class="optional">（可不填）</span>
            </label>
            <input type="file" id="file" name="file" accept=".xlsx,.csv" />
          </div>
          <div class="field">
            <label for="table">
              或粘贴表格内容<span class="optional">（可不填）</span>
            </label>
            <textarea id="table" name="table" class="long">
              {text}
            </textarea>
          </div>
          <p class="actions">
            <button class="button second" type="submit">
              核对
            </button>
          </p>
        </form>
      </section>
      {preview && <Looked preview={preview.looked} />}
      {mayGo && (
        <CaseForm
          props={forms}
          action="publish"
          title="下发为新版本"
          button="下发"
          start={{ 'publish.title': shown?.title, 'publish.table': text }}
        >
          {(filled) => (
            <>
              <TextField filled={filled} name="publish.title" label="目录名称" max={LIMITS.title} />
              <TextField
                filled={filled}
                name="publish.units"
                label="适用单位"
                hint="多类单位用顿号隔开，如：小学、幼儿园。"
                max={LIMITS.title}
                optional
              />
              <Reason filled={filled} name="publish.reason" label="修订理由" />
              <textarea name="publish.table" hidden aria-label="已核对的表格" readonly>
                {text}
              </textarea>
            </>
          )}
        </CaseForm>
      )}
    </>
  );
}

function Looked({ preview: { rows, errors, diff } }: { preview: TablePreview }) {
  return (
    <section id="looked">
      {errors.length > 0 ? (
        <TableErrors errors={errors} />
      ) : (
        <p class="note good" role="status">
          ✓ 共 {rows.length} 行，可以下发。
        </p>
      )}
      <DiffTable diff={diff} caption="与现行版本对照" />
    </section>
  );
}

const TableErrors = ({ errors }: { errors: readonly TableError[] }) => (
  <section class="note bad" role="alert">
    <h2>表格有 {errors.length} 处需要修改</h2>
    <ul>
      {errors.map(({ line, column, zh, en }) => (
        <li>
          第 {line} 行{column && `，${column}`}：{zh} <small lang="en">{en}</small>
        </li>
      ))}
    </ul>
  </section>
);

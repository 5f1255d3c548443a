import { ADJUSTMENT_KINDS } from '../../../domain/catalogue/adjustments.ts';
import type { Completeness } from '../../../domain/catalogue/completeness.ts';
import type { CatalogueChange } from '../../../domain/catalogue/events.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { PendingChange } from '../../../domain/catalogue/state.ts';
import { OPEN_CLASS } from '../../../domain/catalogue/templates.ts';
import { TAGS, tagsWithin, type ViewName } from '../../../domain/catalogue/views.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { RowReading } from '../../shell/reading/full-picture.ts';
import type { TemplateLine } from '../../shell/reading/template-readings.ts';
import { CaseForm, type CaseFormsProps, Reason } from '../components/case-form.tsx';
import { RowFields } from '../components/catalogue-fields.tsx';
import { ClassTable } from '../components/class-table.tsx';
import { SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';
import { formsOf, scopeOf, timingOf } from '../words.ts';
import { ROW_STATES } from './catalogue.tsx';
import { Done } from './topics.tsx';

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  /** What it works by; undefined until it has adopted something. */
  readonly adopted:
    | { readonly template: string; readonly version: number; readonly title: string }
    | undefined;
  readonly templates: readonly TemplateLine[];
  readonly rows: readonly RowReading[];
  readonly completeness: Completeness;
  readonly waiting: readonly PendingChange[];
  readonly below: readonly { readonly id: string; readonly name: string; readonly waiting: number }[];
  readonly vocabulary: { readonly forms: readonly string[]; readonly classes: readonly string[] };
  /** Other classifications that are of use here. */
  readonly views: readonly ViewName[];
  /** Changes wait for the superior. */
  readonly approvedAbove: boolean;
  readonly forms: CaseFormsProps;
  readonly done: string | undefined;
}

/** 目录管理: what the catalogue is, what waits, and how it is changed. */
export function CatalogueDeskPage(props: DeskProps) {
  const { frame, organisation, adopted, rows, completeness, waiting, below, done, forms } = props;
  const here = `/desk/o/${organisation.id}/catalogue`;
  return (
    <Page frame={frame} title="目录管理" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <div class="title-row">
        <h1>
          目录管理
          <small>
            {adopted ? `${adopted.title}（第 ${adopted.version} 版）` : '尚未采用公开目录'}{' '}
            <span lang="en">The catalogue and its changes</span>
          </small>
        </h1>
      </div>
      <Done text={done} />
      <p>
        规定动作 {completeness.mandated} 行，已办 {completeness.settled} 行；自选动作 {completeness.optional}{' '}
        行，已办 {completeness.optionalSettled} 行
        {completeness.later > 0 && `；尚未启用 ${completeness.later} 行`}。
        {props.approvedAbove && '本单位的目录调整须报上级审批，同意之日起生效。'}
      </p>
      <section class="sheet">
        <ul class="areas">
          <li>
            <a href={`${here}/history`}>调整记录和年度总结</a>
            <span class="small">每次调整的理由，两版对照</span>
          </li>
          <li>
            <a href={`${here}/powers`}>权力清单</a>
            <span class="small">领导集体和领导干部个人</span>
          </li>
          <li>
            <a href={`${here}/templates`}>可采用的目录</a>
            <span class="small">各类单位的目录和历次版本</span>
          </li>
          <li>
            <a href={`${here}/vocabulary`}>公开形式、类别和文种</a>
            <span class="small">全区统一使用的名称</span>
          </li>
          <li>
            <a href={`${here}.xlsx`}>导出 Excel</a> <a href={`${here}.csv`}>导出 CSV</a>
            <span class="small">现行目录</span>
          </li>
        </ul>
      </section>
      <Waiting here={here} waiting={waiting} />
      <Below below={below} />
      <Adoption {...props} />
      {rows.length > 0 && (
        <ClassTable
          caption={`${organisation.name}公开目录`}
          columns={['序号', '公开内容', '公开形式', '公开范围', '公开时限', '公开情况']}
          entries={rows}
          classOf={({ row }) => row.level1}
          row={(reading) => <Row here={here} reading={reading} />}
        />
      )}
      {adopted && (
        <CaseForm
          props={forms}
          action="add"
          title="增列自选目录行"
          folded
          start={{ 'add.level1': OPEN_CLASS, 'add.timing': 'periodic', 'add.audience': 'unit' }}
        >
          {(filled) => (
            <>
              <TextField
                filled={filled}
                name="add.rowId"
                label="行编号"
                hint="以 l- 开头，由小写字母、数字和连字符组成，如 l-canteen。用后不再更改。"
                max={40}
              />
              <SelectField
                filled={filled}
                name="add.level1"
                label="一级目录"
                choices={props.vocabulary.classes.map((name) => ({ value: name, name }))}
              />
              <TextField
                filled={filled}
                name="add.level2"
                label="二级目录"
                hint="归入“其他”类的，写明属于哪一类事项。"
                max={LIMITS.title}
              />
              <TextField filled={filled} name="add.level3" label="三级目录" max={LIMITS.title} optional />
              <RowFields
                filled={filled}
                action="add"
                forms={props.vocabulary.forms}
                tags={tagsWithin(TAGS, props.views)}
              />
              <Reason filled={filled} name="add.reason" label="增列理由" />
            </>
          )}
        </CaseForm>
      )}
    </Page>
  );
}

function Row({ here, reading: { row, priority, state } }: { here: string; reading: RowReading }) {
  return (
    <tr>
      <td class="no" data-label="序号">
        {row.no ?? (row.origin === 'local' ? '自设' : '—')}
      </td>
      <th scope="row">
        <a href={`${here}/rows/${row.id}`}>{nameOf(row)}</a>{' '}
        <span class="tag">{row.mandated ? '规定' : '自选'}</span>{' '}
        {priority && <span class="tag wait">重点</span>}
        {row.activeFrom && <p class="small">自 {row.activeFrom} 启用</p>}
        {row.detail && <p class="small">本单位说明：{row.detail}</p>}
      </th>
      <td data-label="公开形式">{formsOf(row)}</td>
      <td data-label="公开范围">{scopeOf(row)}</td>
      <td data-label="公开时限">{timingOf(row)}</td>
      <td data-label="公开情况">{ROW_STATES[state]}</td>
    </tr>
  );
}

const KINDS = { RowRefined: 'refined', LocalRowAdded: 'added', RowDropped: 'dropped' } as const;
/** `细化 b-05`. */
export const changeTitle = ({ type, data }: CatalogueChange): string =>
  `${ADJUSTMENT_KINDS[KINDS[type]]} ${type === 'LocalRowAdded' ? nameOf(data.row) : data.rowId}`;

function Waiting({ here, waiting }: { here: string; waiting: readonly PendingChange[] }) {
  if (waiting.length === 0) return null;
  return (
    <section class="sheet">
      <h2>待上级审批的调整</h2>
      <ul>
        {waiting.map(({ id, event, at }) => (
          <li>
            <a href={`${here}/changes/${id}`}>{changeTitle(event)}</a>{' '}
            <span class="small">
              {chineseMoment(at)} 提出，理由：{event.data.reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Below({ below }: Pick<DeskProps, 'below'>) {
  if (below.length === 0) return null;
  return (
    <section class="sheet">
      <h2>待本级审批的下级目录调整</h2>
      <ul>
        {below.map(({ id, name, waiting }) => (
          <li>
            <a href={`/desk/o/${id}/catalogue`}>{name}</a> <span class="small">{waiting} 项</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Catalogues that are newer than the one in force, or of another kind. */
function Adoption({ adopted, templates, forms }: DeskProps) {
  const others = templates.filter(
    ({ template, version }) => template !== adopted?.template || version > adopted.version,
  );
  const newer = others.find(({ template }) => template === adopted?.template);
  if (others.length === 0) return null;
  return (
    <>
      {newer && (
        <p class="note warn">
          ⚠ {newer.title}已有第 {newer.version} 版，请采用新版；本单位自选的目录行保留。
        </p>
      )}
      <CaseForm
        props={forms}
        action="adopt"
        title={adopted ? '采用新版或另一种目录' : '采用公开目录'}
        button="采用"
        folded={adopted !== undefined}
        start={{ 'adopt.template': newer && `${newer.template}@${newer.version}` }}
      >
        {(filled) => (
          <SelectField
            filled={filled}
            name="adopt.template"
            label="目录"
            choices={others.map(({ template, version, title, rows }) => ({
              value: `${template}@${version}`,
              name: `${title}（第 ${version} 版，${rows} 行）`,
            }))}
          />
        )}
      </CaseForm>
    </>
  );
}

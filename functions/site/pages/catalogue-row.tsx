import type { AttributeChange } from '../../../domain/catalogue/diff.ts';
import type { CatalogueChange } from '../../../domain/catalogue/events.ts';
import type { CatalogueRow } from '../../../domain/catalogue/row.ts';
import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { PendingChange } from '../../../domain/catalogue/state.ts';
import {
  isPriority,
  TAGS,
  tagName,
  tagsOf,
  tagsWithin,
  type ViewName,
} from '../../../domain/catalogue/views.ts';
import { CaseForm, type CaseFormsProps, Reason } from '../components/case-form.tsx';
import { attributeText, ChangeList } from '../components/catalogue-diff.tsx';
import { ParticularFields, RowFields, startingRow } from '../components/catalogue-fields.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';
import { formsOf, scopeOf, timingOf } from '../words.ts';
import { changeTitle } from './catalogue-desk.tsx';
import { Done } from './topics.tsx';

interface RowProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly row: CatalogueRow;
  /** Every form that the district knows. */
  readonly forms: readonly string[];
  /** Other classifications that are of use here. */
  readonly views: readonly ViewName[];
  readonly powers: readonly { readonly id: string; readonly name: string }[];
  /** May say from when it is owed. */
  readonly mayActivate: boolean;
  readonly page: CaseFormsProps;
  readonly done: string | undefined;
}

const trailOf = (organisation: string) => [{ href: `/desk/o/${organisation}/catalogue`, name: '目录管理' }];

/** One row: what it says here, and how that is changed. The forms are a list to pick from (XH-35). */
export function CatalogueRowPage({
  frame,
  organisation,
  row,
  forms,
  views,
  powers,
  mayActivate,
  page,
  done,
}: RowProps) {
  const offered = row.mandated && !row.openEnded ? row.forms : [...new Set([...row.forms, ...forms])];
  const tags = [...new Set([...tagsWithin(TAGS, views), ...(row.tags ?? [])])];
  return (
    <Page frame={frame} title={nameOf(row)} section="desk" trail={trailOf(organisation)}>
      <h1>
        {nameOf(row)} <small>{row.level1}</small>
      </h1>
      <Done text={done} />
      <RowFacts row={row} views={views} powers={powers} />
      <CaseForm
        props={page}
        action="refine"
        title="细化这一行"
        button="提交"
        start={startingRow('refine', row, isPriority(row))}
      >
        {(filled) => (
          <>
            <RowFields filled={filled} action="refine" forms={offered} tags={tags} />
            <ParticularFields filled={filled} action="refine" powers={powers} mayActivate={mayActivate} />
            <Reason filled={filled} name="refine.reason" label="调整理由" />
          </>
        )}
      </CaseForm>
      {row.mandated ? (
        <p class="note">上级党组织要求公开的内容，本级不得取消，并计入完整率。</p>
      ) : (
        <CaseForm props={page} action="drop" title="取消这一行" folded>
          {(filled) => <Reason filled={filled} name="drop.reason" label="取消理由" />}
        </CaseForm>
      )}
    </Page>
  );
}

function RowFacts({ row, views, powers }: Pick<RowProps, 'row' | 'views' | 'powers'>) {
  const pointed = (row.powers ?? []).map((id) => powers.find((power) => power.id === id)?.name ?? id);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['行编号', row.id],
    ['性质', row.mandated ? '规定动作' : '自选动作'],
    ['公开形式（选择）', formsOf(row)],
    ['公开范围', scopeOf(row)],
    ['公开时限', timingOf(row)],
    ['任期', row.term && attributeText({ attribute: 'term' }, row.term)],
    ['年度', row.year === undefined ? undefined : String(row.year)],
    ['启用日期', row.activeFrom],
    ['权力清单', pointed.join('、') || undefined],
    [
      '其他分类',
      tagsWithin(tagsOf(row), views)
        .map((tag) => tagName(tag))
        .join('；') || undefined,
    ],
  ];
  return (
    <table class="particulars">
      <caption class="vh">这一行现在的规定</caption>
      <tbody>
        {lines
          .filter(([, text]) => text !== undefined)
          .map(([name, text]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface ChangeProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly waiting: PendingChange;
  /** What it would change of a row that is there. */
  readonly changes: readonly AttributeChange[];
  readonly mayDecide: boolean;
  readonly forms: CaseFormsProps;
}

/** A change that waits: for the superior to decide on, for those who asked to take back (XH-25). */
export function CatalogueChangePage({
  frame,
  organisation,
  waiting,
  changes,
  mayDecide,
  forms,
}: ChangeProps) {
  const { event, at } = waiting;
  return (
    <Page frame={frame} title="目录调整" section="desk" trail={trailOf(organisation)}>
      <h1>
        {changeTitle(event)} <small>待上级审批</small>
      </h1>
      <section class="sheet">
        <p>
          {chineseMoment(at)} 提出。理由：{event.data.reason}
        </p>
        <Wanted event={event} changes={changes} />
      </section>
      {mayDecide && <CaseForm props={forms} action="approve" title="同意，即日起生效" button="同意" />}
      {mayDecide && (
        <CaseForm props={forms} action="refuse" title="不同意" folded>
          {(filled) => <Reason filled={filled} name="refuse.reason" label="理由" />}
        </CaseForm>
      )}
      <CaseForm props={forms} action="withdraw" title="撤回" folded />
    </Page>
  );
}

function Wanted({ event, changes }: { event: CatalogueChange; changes: readonly AttributeChange[] }) {
  if (event.type === 'RowDropped') return <p>取消该行。</p>;
  if (event.type === 'RowRefined') return <ChangeList changes={changes} />;
  const { row } = event.data;
  return (
    <p>
      {[row.level1, row.level2, row.level3].filter(Boolean).join(' / ')}；{formsOf(row)}；{scopeOf(row)}；
      {timingOf(row)}
    </p>
  );
}

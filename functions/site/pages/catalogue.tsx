import { nameOf } from '../../../domain/catalogue/row-name.ts';
import { TAGS, tagName, tagsWithin, type ViewName, viewNamed } from '../../../domain/catalogue/views.ts';
import { WITHHOLDING_GROUNDS } from '../../../domain/item/vocabulary.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { priorityFirst, type RowReading, type RowState } from '../../shell/reading/full-picture.ts';
import { ClassTable } from '../components/class-table.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';
import { AUDIENCE_NAMES, formsOf, scopeOf, timingOf } from '../words.ts';

export const ROW_STATES: Readonly<Record<RowState, string>> = {
  disclosed: '已公开',
  offline: '仅线下公开',
  withheld: '不予公开',
  'not-for-now': '暂不公开',
  open: '尚未公开',
};
const STATES = Object.keys(ROW_STATES) as readonly RowState[];
export const isRowState = (text: string): text is RowState => Object.hasOwn(ROW_STATES, text);

interface CatalogueProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly asOf: Instant;
  readonly rows: readonly RowReading[];
  readonly state: RowState | undefined;
  /** Heading of another classification under which rows are asked for; what is none asks for all. */
  readonly tag: string;
  /** Other classifications that are of use here. */
  readonly views: readonly ViewName[];
  readonly mayPropose: boolean;
}

/** 公开目录: every row and what has become of it, so that readers see the whole and not only what is shown. */
export function CataloguePage(props: CatalogueProps) {
  const { frame, organisation, title, asOf, state, views, mayPropose } = props;
  const [tag = ''] = tagsWithin(
    TAGS.filter((each) => each === props.tag),
    views,
  );
  const rows = priorityFirst(props.rows.filter(({ tags }) => tag === '' || tags.includes(tag)));
  const shown = state ? rows.filter((each) => each.state === state) : rows;
  return (
    <Page frame={frame} title="公开目录" section="catalogue">
      <div class="title-row">
        <h1>
          公开目录
          <small>
            {title} <span lang="en">The full picture</span>
          </small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={asOf}>{chineseMoment(asOf)}</time>
        </p>
      </div>
      <Filters organisation={organisation.id} rows={rows} state={state} tag={tag} views={views} />
      {shown.length === 0 ? (
        <p class="empty">没有处于这一状态的目录行。</p>
      ) : (
        <ClassTable
          caption={`${organisation.name}公开目录`}
          columns={['序号', '公开内容', '公开形式', '公开范围', '公开时限', '公开情况']}
          entries={shown}
          classOf={({ row }) => row.level1}
          row={(reading) => <Row reading={reading} organisation={organisation.id} mayPropose={mayPropose} />}
        />
      )}
    </Page>
  );
}

function Filters(props: {
  organisation: string;
  rows: readonly RowReading[];
  state: RowState | undefined;
  tag: string;
  views: readonly ViewName[];
}) {
  const { organisation, rows, state, tag, views } = props;
  const count = (name: RowState) => rows.filter((each) => each.state === name).length;
  return (
    <form class="filters" method="get" action={`/o/${organisation}/catalogue`}>
      <div>
        <label for="tag">分类</label>
        <select id="tag" name="tag">
          <option value="">本目录的类别</option>
          {views.map((view) => (
            <optgroup label={viewNamed(view).name}>
              {tagsWithin(TAGS, [view]).map((each) => (
                <option value={each} selected={each === tag}>
                  {tagName(each)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div>
        <label for="state">公开情况</label>
        <select id="state" name="state">
          <option value="">全部（{rows.length} 行）</option>
          {STATES.map((name) => (
            <option value={name} selected={name === state}>
              {ROW_STATES[name]}（{count(name)} 行）
            </option>
          ))}
        </select>
      </div>
      <div>
        <button class="button second" type="submit">
          查看
        </button>
      </div>
    </form>
  );
}

function Row(props: { reading: RowReading; organisation: string; mayPropose: boolean }) {
  const { reading, organisation, mayPropose } = props;
  const { row, warnings, priority } = reading;
  const name = nameOf(row);
  return (
    <tr id={row.id}>
      <td class="no" data-label="序号">
        {row.no ?? (row.origin === 'local' ? '自设' : '—')}
      </td>
      <th scope="row">
        {name} {priority && <span class="tag wait">重点</span>}
        {row.activeFrom && <p class="small">自{chineseDate(row.activeFrom)}启用</p>}
        {row.level2 && row.level2 !== name && <p class="small">{row.level2}</p>}
        {row.detail && <p class="small">本单位说明：{row.detail}</p>}
        {warnings.map(({ zh, en, level }) => (
          <span class="warning">
            {level === 'warning' ? '⚠ 提醒：' : '说明：'}
            {zh}
            <small lang="en">{en}</small>
          </span>
        ))}
      </th>
      <td data-label="公开形式">{formsOf(row)}</td>
      <td data-label="公开范围">{scopeOf(row)}</td>
      <td data-label="公开时限">{timingOf(row)}</td>
      <td data-label="公开情况">
        <State reading={reading} organisation={organisation} />
        {mayPropose && (
          <p class="no-print">
            <a href={`/desk/o/${organisation}/propose/${row.id}`}>
              提出公开<span class="vh">：{name}</span>
            </a>
          </p>
        )}
      </td>
    </tr>
  );
}

/** Sign and tone of a state; the words beside it say the same. */
const SIGNS: Readonly<Record<RowState, readonly [mark: string, tone: string]>> = {
  disclosed: ['✓', 'tag ok'],
  offline: ['✓', 'tag ok'],
  withheld: ['✕', 'tag'],
  'not-for-now': ['…', 'tag wait'],
  open: ['○', 'tag'],
};

function State({ reading, organisation }: { reading: RowReading; organisation: string }) {
  const { items, elsewhere, offline, withheld, state } = reading;
  const [mark, tone] = SIGNS[state];
  return (
    <>
      <span class={tone}>
        <span aria-hidden="true">{mark} </span>
        {ROW_STATES[state]}
        {items.length > 0 && ` ${items.length} 项`}
      </span>
      {items.length > 0 && (
        <ul>
          {items.map(({ id, title, releasedAt }) => (
            <li>
              <a href={`/o/${organisation}/items/${id}`}>{title}</a>{' '}
              <span class="small">{chineseDate(releasedAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && (
        <p class="small">
          {items.length > 0 ? '另有' : '有'} {elsewhere} 项在其他范围内公开。
        </p>
      )}
      {offline.map(({ audience, at }) => (
        <p class="small">
          {chineseDate(at)}以线下形式公开（{AUDIENCE_NAMES[audience]}），有凭证。
        </p>
      ))}
      {withheld.map(({ kind, ground, explanation, lookAgainOn }) => (
        <p class="small">
          {kind === 'cannot' ? '不予公开' : '暂不公开'}：{WITHHOLDING_GROUNDS[ground]}。{explanation}
          {lookAgainOn && `（${chineseDate(lookAgainOn)}再次研究）`}
        </p>
      ))}
    </>
  );
}

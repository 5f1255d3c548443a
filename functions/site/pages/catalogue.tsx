import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';

export const ROW_STATES = {
  disclosed: '已公开',
  offline: '仅线下公开',
  withheld: '不予公开',
  'not-for-now': '暂不公开',
  open: '尚未公开',
} as const;
export type RowState = keyof typeof ROW_STATES;

export interface CatalogueLine {
  readonly id: string;
  readonly no?: number | undefined;
  readonly level1: string;
  readonly content: string;
  /** What stands between class and content in the official catalogue. */
  readonly level2?: string | undefined;
  readonly detail?: string | undefined;
  readonly forms: string;
  readonly scope: string;
  readonly timing: string;
  readonly local: boolean;
  readonly state: RowState;
  /** On show, and visible to this reader. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly at: Instant }[];
  /** Disclosed to somebody else, or offline: how many, without a word about what. */
  readonly elsewhere: number;
  readonly proofs: readonly { readonly form: string; readonly heldAt: Instant }[];
  readonly withheld: readonly {
    readonly kind: 'cannot' | 'not-for-now';
    readonly ground: string;
    readonly explanation: string;
    readonly lookAgainOn?: Day | undefined;
  }[];
  /** Shown to officials only. */
  readonly warnings: readonly {
    readonly zh: string;
    readonly en: string;
    readonly level: 'warning' | 'note';
  }[];
}

export interface CatalogueProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly asOf: Instant;
  readonly rows: readonly CatalogueLine[];
  readonly state: RowState | undefined;
  readonly mayPropose: boolean;
}

/** 公开目录: every row and what has become of it, so that readers see the whole and not only what is shown. */
export function CataloguePage(props: CatalogueProps) {
  const { frame, organisation, title, asOf, rows, state, mayPropose } = props;
  const shown = state ? rows.filter((row) => row.state === state) : rows;
  const classes = [...new Set(shown.map((row) => row.level1))];
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
      <States organisation={organisation.id} rows={rows} state={state} />
      {shown.length === 0 ? (
        <p class="empty">没有处于这一状态的目录行。</p>
      ) : (
        <table class="catalogue">
          <caption class="vh">{organisation.name}公开目录</caption>
          <thead>
            <tr>
              {['序号', '公开内容', '公开形式', '公开范围', '公开时限', '公开情况'].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          {classes.map((name) => (
            <tbody>
              <tr class="class">
                <th colspan={6} scope="rowgroup">
                  {name}
                </th>
              </tr>
              {shown
                .filter((row) => row.level1 === name)
                .map((row) => (
                  <Row row={row} organisation={organisation.id} mayPropose={mayPropose} />
                ))}
            </tbody>
          ))}
        </table>
      )}
    </Page>
  );
}

function States(props: {
  organisation: string;
  rows: readonly CatalogueLine[];
  state: RowState | undefined;
}) {
  const { organisation, rows, state } = props;
  const count = (name: RowState) => rows.filter((row) => row.state === name).length;
  return (
    <form class="filters" method="get" action={`/o/${organisation}/catalogue`}>
      <div>
        <label for="state">公开情况</label>
        <select id="state" name="state">
          <option value="">全部（{rows.length} 行）</option>
          {(Object.keys(ROW_STATES) as RowState[]).map((name) => (
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

function Row(props: { row: CatalogueLine; organisation: string; mayPropose: boolean }) {
  const { row, organisation, mayPropose } = props;
  return (
    <tr id={row.id}>
      <td class="no" data-label="序号">
        {row.no ?? (row.local ? '自设' : '—')}
      </td>
      <th scope="row">
        {row.content}
        {row.level2 && row.level2 !== row.content && <p class="small">{row.level2}</p>}
        {row.detail && <p class="small">本单位说明：{row.detail}</p>}
        {row.warnings.map(({ zh, en, level }) => (
          <span class="warning">
            {level === 'warning' ? '⚠ 提醒：' : '说明：'}
            {zh}
            <small lang="en">{en}</small>
          </span>
        ))}
      </th>
      <td data-label="公开形式">{row.forms}</td>
      <td data-label="公开范围">{row.scope}</td>
      <td data-label="公开时限">{row.timing}</td>
      <td data-label="公开情况">
        <State row={row} organisation={organisation} />
        {mayPropose && (
          <p class="no-print">
            <a href={`/desk/o/${organisation}/propose/${row.id}`}>
              提出公开<span class="vh">：{row.content}</span>
            </a>
          </p>
        )}
      </td>
    </tr>
  );
}

const MARKS: Record<RowState, string> = {
  disclosed: '✓',
  offline: '✓',
  withheld: '✕',
  'not-for-now': '…',
  open: '○',
};
const TONES: Record<RowState, string> = {
  disclosed: 'tag ok',
  offline: 'tag ok',
  withheld: 'tag',
  'not-for-now': 'tag wait',
  open: 'tag',
};

function State({ row, organisation }: { row: CatalogueLine; organisation: string }) {
  const { items, elsewhere, proofs, withheld, state } = row;
  return (
    <>
      <span class={TONES[state]}>
        <span aria-hidden="true">{MARKS[state]} </span>
        {ROW_STATES[state]}
        {state === 'disclosed' && items.length > 0 ? ` ${items.length} 项` : ''}
      </span>
      {items.length > 0 && (
        <ul>
          {items.map(({ id, title, at }) => (
            <li>
              <a href={`/o/${organisation}/items/${id}`}>{title}</a>{' '}
              <span class="small">{chineseDate(at)}</span>
            </li>
          ))}
        </ul>
      )}
      {elsewhere > 0 && <p class="small">另有 {elsewhere} 项已在其他范围内公开。</p>}
      {proofs.map(({ form, heldAt }) => (
        <p class="small">
          {chineseDate(heldAt)}以“{form}”形式公开，有凭证。
        </p>
      ))}
      {withheld.map(({ kind, ground, explanation, lookAgainOn }) => (
        <p class="small">
          {kind === 'cannot' ? '不予公开' : '暂不公开'}：{ground}。{explanation}
          {lookAgainOn && `（${chineseDate(lookAgainOn)}再次研究）`}
        </p>
      ))}
    </>
  );
}

import { nameOf } from '../../../domain/catalogue/row-name.ts';
import type { RowReading } from '../../shell/reading/full-picture.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { ProposalSteps } from '../components/proposal-steps.tsx';
import { formsOf, scopeOf, timingOf } from '../words.ts';
import { ROW_STATES } from './catalogue.tsx';

interface ProposeRowProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string };
  readonly rows: readonly RowReading[];
  readonly query: string;
}

/** First screen of a proposal: under which row of the catalogue. */
export function ProposeRowPage({ frame, organisation, rows, query }: ProposeRowProps) {
  const classes = [...new Set(rows.map(({ row }) => row.level1))];
  const action = `/desk/o/${organisation.id}/propose`;
  return (
    <Page frame={frame} title="提出公开事项" section="propose">
      <h1>提出公开事项</h1>
      <ProposalSteps now={1} />
      <form class="filters" method="get" action={action}>
        <div>
          <label for="q">查找目录行</label>
          <input type="search" id="q" name="q" value={query} data-filters="rows" autocomplete="off" />
        </div>
        <div>
          <button class="button second" type="submit">
            查找
          </button>
        </div>
        <p class="small" id="rows-said" role="status">
          共 {rows.length} 行
        </p>
      </form>
      <div class="sheet" id="rows">
        {rows.length === 0 && (
          <p class="empty">
            没有符合“{query}”的目录行。<a href={action}>查看全部目录行</a>
          </p>
        )}
        {classes.map((name) => (
          <section data-group="">
            <h2>{name}</h2>
            <ul class="rows">
              {rows
                .filter(({ row }) => row.level1 === name)
                .map(({ row, state }) => (
                  <li data-words={wordsOf(row)}>
                    <a href={`${action}/${row.id}`}>
                      <span class="no">{row.no ?? '—'}</span> <b>{nameOf(row)}</b>
                      <br />
                      <span class="small">
                        {[formsOf(row), scopeOf(row), timingOf(row), ROW_STATES[state]].join('　·　')}
                      </span>
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}

/** Everything by which somebody may look for a row. */
export const wordsOf = (row: RowReading['row']): string =>
  [row.no, row.level1, row.level2, row.level3, row.detail, formsOf(row), scopeOf(row), timingOf(row)]
    .filter(Boolean)
    .join(' ');

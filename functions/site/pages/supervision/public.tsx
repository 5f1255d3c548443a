import type { SupervisionCounters } from '../../../../domain/supervision/counters.ts';
import { MEANS, type Means, SOURCES, type Source } from '../../../../domain/supervision/vocabulary.ts';
import type { ExampleLine } from '../../../shell/reading/supervision-readings.ts';
import { type Frame, Page } from '../../components/layout.tsx';

interface PublicProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly counters: SupervisionCounters;
  readonly years: readonly number[];
  readonly examples: readonly ExampleLine[];
  /** Names of the organisations whose items they are. */
  readonly units: Readonly<Record<string, string>>;
}

/** 监督工作, for anybody: how much was done in a year, and what is worth learning from. */
export function PublicSupervisionPage({
  frame,
  organisation,
  counters,
  years,
  examples,
  units,
}: PublicProps) {
  const { year, visits, sources, findings, solved, suggestions, rectifications, casesClosed } = counters;
  const here = `/o/${organisation.id}/supervision`;
  const lines: readonly (readonly [string, number])[] = [
    ...(Object.keys(MEANS) as Means[]).flatMap((means) => {
      const count = visits[means];
      return count === undefined ? [] : [[`开展${MEANS[means]}`, count] as const];
    }),
    ['督查发现', findings],
    ['帮助解决问题', solved],
    ['提出监督建议', suggestions.filed],
    ['已答复监督建议', suggestions.answered],
    ['下达整改通知', rectifications.ordered],
    ['整改到位', rectifications.verified],
    ['整改逾期', rectifications.overdue],
    ...(Object.keys(SOURCES) as Source[]).map((source) => [SOURCES[source], sources[source] ?? 0] as const),
    ...(casesClosed === undefined ? [] : [['责任追究结案', casesClosed] as const]),
  ];
  const done = lines.filter(([, count]) => count > 0);
  return (
    <Page frame={frame} title="监督工作">
      <div class="title-row">
        <h1>
          {year}年监督工作
          <small>
            {organisation.name} <span lang="en">Supervision</span>
          </small>
        </h1>
        <p class="asof">含直属下级组织</p>
      </div>
      <nav aria-label="年份" class="choices row">
        {years.map((each) => (
          <p class="choice">
            <a href={`${here}?year=${each}`} {...(each === year && { 'aria-current': 'true' as const })}>
              {each}年
            </a>
          </p>
        ))}
      </nav>
      {done.length === 0 ? (
        <p class="empty">本年还没有监督工作记录。</p>
      ) : (
        <section class="table-scroll" tabindex={0} aria-label={`${year}年监督工作统计`}>
          <table class="sums">
            <thead>
              <tr>
                <th scope="col">工作</th>
                <th scope="col">次（件）</th>
              </tr>
            </thead>
            <tbody>
              {done.map(([name, count]) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {examples.length > 0 && (
        <section class="sheet">
          <h2>示范案例</h2>
          <ul class="tasks">
            {examples.map(({ organisation: of, item, title, note }) => (
              <li>
                <div class="what">
                  <a href={`/o/${of}/items/${item}`}>{title}</a>
                  <p>
                    {units[of] ?? of}：{note}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

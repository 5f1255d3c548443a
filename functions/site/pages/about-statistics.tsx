import { FEWEST } from '../../../domain/report/figures.ts';
import type { BreakdownReading } from '../../shell/reading/member-figures.ts';
import type { StatisticsReading } from '../../shell/reading/profile-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';

interface StatisticsProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly statistics: StatisticsReading;
}

/** 党员统计: how many, and by four breakdowns (LY-01 to LY-04). */
export function StatisticsPage({ frame, organisation: { id, name }, statistics }: StatisticsProps) {
  const { branches, members } = statistics;
  return (
    <Page
      frame={frame}
      title="党员统计"
      section="about"
      trail={[{ href: `/o/${id}/about`, name: '单位信息' }]}
    >
      <div class="title-row">
        <h1>
          党员统计
          <small>
            {name} <span lang="en">Party members</span>
          </small>
        </h1>
        {members && <p class="asof">统计截至 {chineseDate(members.asOf)}</p>}
      </div>
      <ul class="figures">
        <li>
          <b>{members ? (members.total ?? `不足 ${FEWEST}`) : '—'}</b>党员总数
        </li>
        <li>
          <b>{branches}</b>下设党组织
        </li>
      </ul>
      {!members && <p class="empty">本组织还没有登记党员统计。</p>}
      {members && !members.complete && (
        <p class="small">
          不足 {FEWEST} 人的数目，以及可由总数推算出它们的相邻数目，不对外显示，记作“＊”。
          <span lang="en"> Small figures, and those from which they could be reckoned, are not shown.</span>
        </p>
      )}
      {members?.breakdowns.map((breakdown) => (
        <BreakdownTable breakdown={breakdown} total={members.total} />
      ))}
    </Page>
  );
}

function BreakdownTable({ breakdown, total }: { breakdown: BreakdownReading; total: number | undefined }) {
  const { name, parts } = breakdown;
  return (
    <section class="table-scroll" tabindex={0} aria-label={`按${name}统计`}>
      <table class="sums">
        <caption>按{name}统计</caption>
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">人数</th>
            <th scope="col">占比</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name: part, count }) => (
            <tr>
              <th scope="row">{part}</th>
              <td>{count ?? '＊'}</td>
              <td>{count === undefined || !total ? '＊' : `${((count * 100) / total).toFixed(1)}%`}</td>
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              <td>{total}</td>
              <td>100%</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

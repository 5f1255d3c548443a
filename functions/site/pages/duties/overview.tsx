import { DUTY_STATUSES } from '../../../../domain/duty/duty.ts';
import { type PeriodName, periodTitle } from '../../../../domain/duty/period.ts';
import { onTimeRate } from '../../../../domain/duty/standing.ts';
import type { Instant } from '../../../../domain/kernel/time.ts';
import { LEADING, type Overview, type OverviewFilter } from '../../../shell/reading/duty-overview.ts';
import type { ProblemCount } from '../../../shell/reading/problems.ts';
import type { BacklogLine } from '../../../shell/reading/review-backlog.ts';
import type { ScreenLine } from '../../../shell/reading/screens.ts';
import { Trend } from '../../components/charts/trend.tsx';
import { percent } from '../../components/duty-status.tsx';
import { type Frame, Page } from '../../components/layout.tsx';
import { chineseMoment } from '../../dates.ts';
import { Backlog } from './backlog.tsx';
import { DarkScreens } from './dark-screens.tsx';
import { Figures } from './figures.tsx';
import { DutyFilters } from './filters.tsx';
import { Blank, CoverageSheet, Indicators, SpreadSheet } from './findings.tsx';
import { HeatLegend, HeatMap } from './heat-map.tsx';
import { Ageing, Triage } from './triage.tsx';

export interface OverviewProps {
  readonly frame: Frame;
  readonly now: Instant;
  readonly organisation: string;
  readonly overview: Overview;
  /** What waits for a verdict right below, today. */
  readonly backlog: readonly BacklogLine[];
  /** What those below ask for help with. */
  readonly problems: ProblemCount;
  /** On the walls of those below. */
  readonly screens: readonly ScreenLine[];
  readonly filter: OverviewFilter;
  readonly periods: readonly PeriodName[];
  /** The lists as a whole, not their beginnings. */
  readonly all: boolean;
}

/** 下级公开情况: how everybody under a superior stands in a period. */
export function OverviewPage(props: OverviewProps) {
  const { frame, now, organisation, overview, backlog, problems, screens, filter, periods, all } = props;
  const { period, before, lines } = overview;
  const here = `/desk/o/${organisation}/overview`;
  const query = queryOf(overview, filter);
  return (
    <Page frame={frame} title="下级单位公开情况" section="overview" wide>
      <div class="title-row">
        <h1>
          {periodTitle(period)}下级单位公开情况
          <small lang="en">Disclosure by the organisations below</small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={now}>{chineseMoment(now)}</time>（北京时间）
        </p>
      </div>
      <DutyFilters
        action={here}
        period={period}
        periods={periods}
        classes={overview.allClasses}
        statuses={LEADING.map((status) => [status, DUTY_STATUSES[status]])}
        chosen={{ className: filter.className, status: filter.status }}
      />
      <p class="no-print exports">
        <a href={`${here}/bulletin?period=${period}`}>生成通报</a>
        <a href={`/o/${organisation}/opinions/overview`}>意见建议办理情况</a>
        <a href={`/desk/o/${organisation}/opinions?show=problems`}>
          下级困难问题（{problems.open}
          {problems.overdue > 0 && `，⚠ 超期 ${problems.overdue}`}）
        </a>
        <a href={`${here}.xlsx?${query}`}>导出 Excel</a>
        <a href={`${here}.csv?${query}`}>导出 CSV</a>
      </p>
      {overview.units === 0 ? (
        <p class="note">本期没有下级单位的公开台账。</p>
      ) : (
        <>
          <Figures overview={overview} />
          {before && before.overdue > 0 && (
            <p class="note warn">
              {periodTitle(before.period)}尚有 {before.overdue} 项逾期未补公开，
              <a href={`${here}?period=${before.period}`}>查看上期</a>。
            </p>
          )}
          <section class="sheet">
            <h2>各单位公开情况（{lines.length}）</h2>
            <HeatLegend />
            <HeatMap overview={overview} carried={carriedBy(overview, filter, periods)} />
          </section>
          <section class="sheet">
            <h2>待处理清单</h2>
            <Triage overview={overview} all={all} allHref={`${here}?${query}&all=1`} />
          </section>
          <section class="sheet">
            <h2>逾期时长</h2>
            <Ageing ageing={overview.ageing} />
          </section>
          <section class="sheet">
            <h2>审核审批积压</h2>
            <Backlog backlog={backlog} all={all} allHref={`${here}?${query}&all=1`} />
          </section>
          <TrendSheet overview={overview} />
          <div class="halves">
            <Blank overview={overview} />
            <CoverageSheet overview={overview} />
            <SpreadSheet overview={overview} />
            <Indicators overview={overview} />
          </div>
        </>
      )}
      {screens.length > 0 && <DarkScreens organisation={organisation} screens={screens} />}
    </Page>
  );
}

function TrendSheet({ overview: { trend, trendAt } }: { overview: Overview }) {
  const points = trend.map((point) => ({ ...point, rate: onTimeRate(point) }));
  return (
    <section class="sheet">
      <h2>近期走势</h2>
      <div class="pair-view">
        <Trend
          label="各期按期公开率的走势；数据见旁边的表"
          points={points.map(({ period, rate }) => ({ name: period, share: rate }))}
        />
        <section class="table-scroll" aria-label="各期公开情况" tabindex={0}>
          <table class="sums">
            <caption class="vh">各期公开情况</caption>
            <thead>
              <tr>
                {['期', '应公开', '按期', '补公开', '逾期', '按期率'].map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map(({ period, total, excused, met, late, overdue, rate }) => (
                <tr>
                  <th scope="row">{period}</th>
                  <td>{total - excused}</td>
                  <td>{met}</td>
                  <td>{late}</td>
                  <td>{overdue}</td>
                  <td>{percent(rate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      {trendAt && <p class="small">往期数据汇总于 {chineseMoment(trendAt)}（北京时间），每日更新。</p>}
    </section>
  );
}

const queryOf = ({ period }: Overview, { className, status }: OverviewFilter): string =>
  new URLSearchParams({
    period,
    ...(className && { class: className }),
    ...(status && { status }),
  }).toString();

/** The current period is what every page shows by itself; leaving it out keeps three hundred links short. */
function carriedBy(overview: Overview, filter: OverviewFilter, [current]: readonly PeriodName[]): string {
  const query = new URLSearchParams(queryOf(overview, filter));
  if (overview.period === current) query.delete('period');
  return query.size > 0 ? `?${query}` : '';
}

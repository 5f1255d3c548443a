import type { Indicator } from '../../../shell/reading/duty-indicators.ts';
import type { NamedUnit, Overview } from '../../../shell/reading/duty-overview.ts';
import { percent } from '../../components/duty-status.tsx';

/** Columns in which nothing was disclosed, and units of which nothing was heard. */
export function Blank({ overview: { blank, stale } }: { overview: Overview }) {
  return (
    <section class="sheet">
      <h2>空白栏目与停更单位</h2>
      {blank.length === 0 ? (
        <p>✓ 各类目均已公开。</p>
      ) : (
        <section class="table-scroll" aria-label="本期尚未公开的类目" tabindex={0}>
          <table class="sums">
            <caption class="vh">本期尚未公开的类目</caption>
            <thead>
              <tr>
                <th scope="col">类目</th>
                <th scope="col">尚未公开的单位</th>
              </tr>
            </thead>
            <tbody>
              {blank.map(({ name, blank: count, of }) => (
                <tr>
                  <th scope="row">
                    {name} {count === of && <span class="tag type">✕ 空白栏目</span>}
                  </th>
                  <td>
                    {count}／{of}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <h3>连续三个月未公开的单位（{stale.length}）</h3>
      {stale.length === 0 ? <p>✓ 没有停更单位。</p> : <Names units={stale} />}
    </section>
  );
}

/** 公开栏 98%, 党员之窗 80%; and who has nothing at all to disclose on. */
export function CoverageSheet({ overview: { coverage, units, unreachable } }: { overview: Overview }) {
  return (
    <section class="sheet">
      <h2>公开载体覆盖</h2>
      <section class="table-scroll" aria-label="公开载体覆盖率" tabindex={0}>
        <table class="sums">
          <caption class="vh">各类公开载体的覆盖率与目标</caption>
          <thead>
            <tr>
              <th scope="col">载体</th>
              <th scope="col">覆盖率</th>
              <th scope="col">目标</th>
            </tr>
          </thead>
          <tbody>
            {coverage.map(({ name, units: having, share, target }) => (
              <tr>
                <th scope="row">{name}</th>
                <td>
                  {percent(share)}（{having}／{units}）
                </td>
                <td>
                  {target === undefined
                    ? '—'
                    : `${percent(target)} ${share >= target ? '✓ 达标' : '✕ 未达标'}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>没有公开载体的单位（{unreachable.length}）</h3>
      {unreachable.length === 0 ? <p>✓ 各单位均有公开载体。</p> : <Names units={unreachable} />}
    </section>
  );
}

/** Without links: each of them has one in the table above, and a whole district may stand here. */
const Names = ({ units }: { units: readonly NamedUnit[] }) => (
  <p>{units.map(({ name }) => name).join('、')}。</p>
);

/** How far the units lie apart. No league: whoever is behind is named to be helped. */
export function SpreadSheet({ overview: { spread } }: { overview: Overview }) {
  return (
    <section class="sheet">
      <h2>单位间差距</h2>
      {spread === undefined ? (
        <p class="empty">到期事项还不多，尚不能比较。</p>
      ) : (
        <>
          <p>
            按期率最高 <b>{percent(spread.best)}</b>，最低 <b>{percent(spread.worst)}</b>，中位数{' '}
            <b>{percent(spread.median)}</b>，最高与最低相差{' '}
            <b>{((spread.best - spread.worst) * 100).toFixed(1)}</b> 个百分点。
          </p>
          <h3>建议重点帮扶</h3>
          {spread.help.length === 0 ? (
            <p>✓ 没有明显落后的单位。</p>
          ) : (
            <ul class="names">
              {spread.help.map(({ id, name, rate, total }) => (
                <li>
                  <a href={`../${id}/duties?status=overdue`}>{name}</a>（按期率 {percent(rate)}，逾期{' '}
                  {total.overdue} 项）
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

/** 规范化、多样化、制度化、责任化, each with its formula. */
export function Indicators({ overview: { indicators } }: { overview: Overview }) {
  return (
    <section class="sheet">
      <h2>四项指标</h2>
      <dl class="facts">
        {indicators.map((indicator) => (
          <>
            <dt>
              {indicator.name}：<b>{worded(indicator)}</b>
            </dt>
            <dd class="small">算法：{indicator.formula}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function worded({ value, unit }: Indicator): string {
  if (unit === 'share') return percent(value);
  return value === undefined ? '—' : `${value.toFixed(1)} 种`;
}

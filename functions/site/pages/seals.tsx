import { type PeriodName, periodTitle } from '../../../domain/duty/period.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { SealReading } from '../../shell/reading/seal-reading.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { QuarterForm } from '../components/quarter-form.tsx';
import { chineseMoment } from '../dates.ts';

interface SealsProps {
  readonly frame: Frame;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly superior: { readonly id: string; readonly name: string } | undefined;
  readonly asOf: Instant;
  readonly period: PeriodName;
  readonly periods: readonly PeriodName[];
  readonly seals: readonly SealReading[];
}

/** 每日封存值: a list a quarter to print and keep, by which the record can be held to its word years later. */
export function SealsPage({ frame, organisation, superior, asOf, period, periods, seals }: SealsProps) {
  const title = `${periodTitle(period)}每日封存值`;
  return (
    <Page frame={frame} title="每日封存值">
      <div class="title-row">
        <h1>
          {title}
          <small>
            {organisation.name} <span lang="en">Daily seals</span>
          </small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={asOf}>{chineseMoment(asOf)}</time>
        </p>
      </div>
      <p>
        每天有新记录的，次日早上封存一次。封存值（SHA-256）由到当时为止的全部办理记录算出：以后无论改动、删去哪一次记录，都不会再算出同样的值。封存值不透露任何记录内容。请打印或抄录留存，需要时可据此核验记录是否完整。
      </p>
      <p lang="en">
        Each value stands for the whole record up to its day and discloses nothing of it. Print and keep it: a
        record that was changed since cannot give the same value.
      </p>
      {superior && (
        <p class="small">
          本单位的封存值由{superior.name}逐日锚定，见
          <a href={`/o/${superior.id}/seals?period=${period}`}>{superior.name}的封存值</a>。
        </p>
      )}
      <QuarterForm action={`/o/${organisation.id}/seals`} period={period} periods={periods} />
      {seals.length === 0 ? (
        <p class="empty">本季度还没有封存过记录。</p>
      ) : (
        <SealTable caption={`${organisation.name}${title}`} seals={seals} />
      )}
    </Page>
  );
}

function SealTable({ caption, seals }: { caption: string; seals: readonly SealReading[] }) {
  return (
    <section class="table-scroll" tabindex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">封存时间</th>
            <th scope="col">变化</th>
            <th scope="col">封存值</th>
          </tr>
        </thead>
        <tbody>
          {seals.map(({ at, heads, hash }) => (
            <tr>
              <th scope="row">
                <time datetime={at}>{chineseMoment(at)}</time>
              </th>
              <td>{heads} 条</td>
              <td>
                <code>{hash}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

import { onTimeRate } from '../../../../domain/duty/standing.ts';
import type { Overview } from '../../../shell/reading/duty-overview.ts';
import { percent } from '../../components/duty-status.tsx';

/** The numbers that people ask for first, each with how it differs from the period before. */
export function Figures({ overview: { total, rate, before, units } }: { overview: Overview }) {
  const rateBefore = before && onTimeRate(before);
  const counts = [
    ['应公开', total.total - total.excused, before && before.total - before.excused],
    ['按期公开', total.met, before?.met],
    ['逾期补公开', total.late, before?.late],
    ['逾期', total.overdue, before?.overdue],
    ['即将到期', total.soon, undefined],
    ['待公开', total.open, undefined],
    ['单位', units, before?.units],
  ] as const;
  return (
    <ul class="figures">
      <li>
        <b>{percent(rate)}</b> 按期公开率
        {rate !== undefined && rateBefore !== undefined && (
          <small>较上期{difference((rate - rateBefore) * 100, 1, '个百分点')}</small>
        )}
      </li>
      {counts.map(([name, count, earlier]) => (
        <li>
          <b>{count}</b> {name}
          {earlier !== undefined && <small>较上期{difference(count - earlier, 0, '')}</small>}
        </li>
      ))}
    </ul>
  );
}

function difference(by: number, digits: number, unit: string): string {
  const size = Math.abs(by).toFixed(digits);
  if (Number(size) === 0) return '持平';
  return `${by > 0 ? '增加' : '减少'} ${size} ${unit}`.trim();
}

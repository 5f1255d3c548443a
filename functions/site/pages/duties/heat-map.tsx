import { type Counts, onTimeRate } from '../../../../domain/duty/standing.ts';
import { countOf, leadOf, type Overview, type UnitLine } from '../../../shell/reading/duty-overview.ts';
import { percent, STATUS_SIGNS } from '../../components/duty-status.tsx';

interface HeatMapProps {
  readonly overview: Overview;
  /** What the links to the schools carry on of the filters, `?…` or empty. */
  readonly carried: string;
}

/**
 * Schools × classes. Three hundred schools of eight classes make this most of the page, so a cell is as short as it can
 * be said, and there is one link a school: nobody wants to tab through two thousand.
 */
export function HeatMap({ overview, carried }: HeatMapProps) {
  const { classes, lines, columns, listed } = overview;
  return (
    <section class="table-scroll heat-scroll" aria-label="各单位公开情况表" tabindex={0}>
      <table class="heat">
        <caption class="vh">各单位、各类目公开情况：已公开项数/应公开项数，及最需处理的状态</caption>
        <thead>
          <tr>
            <th scope="col">单位</th>
            {classes.map((name) => (
              <th scope="col">{name}</th>
            ))}
            <th scope="col">合计与按期率</th>
            <th scope="col">均衡度</th>
            <th scope="col">意见答复（小时）</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line line={line} carried={carried} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {columns.map((counts) => (
              <Cell counts={counts} />
            ))}
            <Sum counts={listed} />
            <td>—</td>
            <td>—</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Line({ line, carried }: { line: UnitLine; carried: string }) {
  const { id, name, isSum, units, cells, total, regularity, answerHours } = line;
  return (
    <tr>
      <th scope="row">
        <a href={isSum ? `../${id}/overview` : `../${id}/duties${carried}`}>{name}</a>
        {isSum && `（所属${units}个单位）`}
      </th>
      {cells.map((counts) => (
        <Cell counts={counts} />
      ))}
      <Sum counts={total} />
      <td>{regularity?.toFixed(2) ?? '—'}</td>
      <td>{answerHours ?? '—'}</td>
    </tr>
  );
}

function Cell({ counts }: { counts: Counts | undefined }) {
  if (!counts || counts.total === 0) return <td>—</td>;
  const lead = leadOf(counts);
  const [mark, tone, word] = STATUS_SIGNS[lead];
  // Of what is all done the numbers say enough.
  const wait = lead === 'met' ? '' : ` ${word}${countOf(counts, lead)}`;
  return <td class={tone}>{`${mark}${ratioOf(counts)}${wait}`}</td>;
}

function Sum({ counts }: { counts: Counts }) {
  const [mark, tone] = STATUS_SIGNS[leadOf(counts)];
  return <td class={tone}>{`${mark}${ratioOf(counts)} ${percent(onTimeRate(counts))}`}</td>;
}

const ratioOf = ({ met, late, total, excused }: Counts): string => `${met + late}/${total - excused}`;

/** What the marks mean. */
export function HeatLegend() {
  return (
    <p class="legend small">
      每格为“已公开/应公开”及最需处理的状态和项数：
      {(['overdue', 'due-soon', 'open', 'met-late', 'met', 'waived'] as const).map((status) => {
        const [mark, tone, word] = STATUS_SIGNS[status];
        return (
          <span class={tone}>
            {mark} {word}
          </span>
        );
      })}
      均衡度越接近1，公开间隔越均匀。
    </p>
  );
}

import { isOverdueStage, TRIAGE, TRIAGE_STAGES, type Waiting } from '../../../shell/reading/duty-ageing.ts';
import type { Overview, UnitLine } from '../../../shell/reading/duty-overview.ts';
import { Bars } from '../../components/charts/bars.tsx';
import { chineseDate } from '../../dates.ts';

/** More than these are on a page of their own: a list that nobody reads to its end helps nobody. */
const SHOWN = 50;

interface TriageProps {
  readonly overview: Overview;
  readonly all: boolean;
  /** Address of the page that shows them all. */
  readonly allHref: string;
}

interface Entry extends Waiting {
  readonly unit: UnitLine;
}

/** What presses, most pressing first: overdue by working days, then what falls due within two weeks. */
export function Triage({ overview, all, allHref }: TriageProps) {
  const entries = entriesOf(overview);
  const shown = all ? entries : entries.slice(0, SHOWN);
  if (shown.length === 0) return <p class="note good">✓ 没有逾期事项，14日内也没有到期事项。</p>;
  return (
    <>
      <section class="table-scroll" aria-label="待处理清单" tabindex={0}>
        <table class="sums">
          <caption class="vh">逾期和即将到期的公开事项，按单位</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">项数</th>
              <th scope="col">逾期工作日</th>
              <th scope="col">最早到期日</th>
            </tr>
          </thead>
          {TRIAGE_STAGES.map((stage) => {
            const theirs = shown.filter((entry) => entry.stage === stage);
            return theirs.length === 0 ? null : (
              <tbody>
                <tr class="stage">
                  <th colspan={4} scope="rowgroup">
                    <span class={isOverdueStage(stage) ? 'tag type' : 'tag wait'}>
                      {isOverdueStage(stage) ? '✕' : '⚠'} {TRIAGE[stage]}
                    </span>
                  </th>
                </tr>
                {theirs.map((entry) => (
                  <Line entry={entry} />
                ))}
              </tbody>
            );
          })}
        </table>
      </section>
      {shown.length < entries.length && (
        <p>
          已列出前 {SHOWN} 条，<a href={allHref}>查看全部 {entries.length} 条</a>。
        </p>
      )}
    </>
  );
}

function Line({ entry: { unit, stage, count, due, age } }: { entry: Entry }) {
  const status = isOverdueStage(stage) ? 'overdue' : 'due-soon';
  return (
    <tr>
      <th scope="row">
        <a href={unit.isSum ? `../${unit.id}/overview` : `../${unit.id}/duties?status=${status}`}>
          {unit.name}
        </a>
        {unit.isSum && `（所属${unit.units}个单位）`}
      </th>
      <td>{count}</td>
      <td>{isOverdueStage(stage) ? age : '—'}</td>
      <td>{chineseDate(due)}</td>
    </tr>
  );
}

/** One entry a unit and stage. By stage; in each the oldest first, then the most. */
function entriesOf({ lines }: Overview): readonly Entry[] {
  const entries = lines.flatMap((unit) =>
    [...Map.groupBy(unit.waiting, ({ stage }) => stage).values()].map(([first, ...others]) => ({
      ...(first as Waiting),
      unit,
      count: others.reduce((sum, { count }) => sum + count, (first as Waiting).count),
    })),
  );
  const rank = ({ stage }: Entry) => TRIAGE_STAGES.indexOf(stage);
  return entries.toSorted((a, b) => rank(a) - rank(b) || a.due.localeCompare(b.due) || b.count - a.count);
}

/** How old what waits is. The numbers stand in the picture and again in the table beside it. */
export function Ageing({ ageing }: Pick<Overview, 'ageing'>) {
  return (
    <div class="pair-view">
      <Bars
        label="逾期和即将到期事项数，按时间分段；数据见旁边的表"
        bars={TRIAGE_STAGES.map((stage) => ({
          name: TRIAGE[stage],
          value: ageing[stage],
          tone: isOverdueStage(stage) ? 'bad' : 'soon',
        }))}
      />
      <table class="sums">
        <caption class="vh">逾期和即将到期事项数</caption>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">项数</th>
          </tr>
        </thead>
        <tbody>
          {TRIAGE_STAGES.map((stage) => (
            <tr>
              <th scope="row">{TRIAGE[stage]}</th>
              <td>{ageing[stage]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { Tense } from '../../../domain/item/state.ts';
import type { ItemReading } from '../../shell/reading/item-reading.ts';
import { chineseDate } from '../dates.ts';
import { TENSES } from '../words.ts';

interface ProgressView {
  readonly tense: Tense;
  readonly stages: ItemReading['stages'];
  readonly progress: ItemReading['progress'];
}

/** How far a matter with stages or progress has come; every bar says in words what it shows. */
export function Progress({ view }: { view: ProgressView }) {
  const percent = percentOf(view);
  return (
    <section class="sheet">
      <h2>进展情况：{TENSES[view.tense]}</h2>
      {percent !== undefined && (
        <p class="bar">
          <progress max={100} value={percent} aria-label="完成进度">
            {percent}%
          </progress>
          <span>完成 {percent}%</span>
        </p>
      )}
      {view.stages.length > 0 && <Stages stages={view.stages} />}
      {view.progress.length > 0 && (
        <ol class="steps">
          {view.progress.toReversed().map(({ at, text, percent }) => (
            <li>
              <p>
                <b>{chineseDate(at)}</b>
                {percent}%
              </p>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** By the last entry; without one by the stages that are complete. */
function percentOf({ progress, stages }: ProgressView): number | undefined {
  const last = progress.at(-1);
  if (last) return last.percent;
  const done = stages.filter((stage) => stage.completedOn !== undefined).length;
  return stages.length > 0 ? Math.round((done / stages.length) * 100) : undefined;
}

const Stages = ({ stages }: { stages: ProgressView['stages'] }) => (
  <section class="table-scroll" tabindex={0} aria-label="分期进度表">
    <table>
      <thead>
        <tr>
          <th scope="col">阶段</th>
          <th scope="col">计划完成</th>
          <th scope="col">完成情况</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ name, plannedOn, completedOn, note }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{chineseDate(plannedOn)}</td>
            <td>
              {completedOn ? <span class="tag ok">✓ 已完成</span> : <span class="tag">未完成</span>}
              {completedOn && chineseDate(completedOn)}
              {note && <p class="small">{note}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

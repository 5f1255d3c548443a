import type { Day, Instant } from '../../../domain/kernel/time.ts';
import { chineseDate } from '../dates.ts';

export interface ProgressView {
  /** 将要做, 正在做, 已做完. */
  readonly tense: string;
  readonly percent?: number | undefined;
  readonly stages: readonly {
    readonly name: string;
    readonly plannedOn: Day;
    readonly completedOn?: Day | undefined;
    readonly note?: string | undefined;
  }[];
  readonly entries: readonly { readonly at: Instant; readonly text: string; readonly percent: number }[];
}

/** How far a matter with stages or progress has come; every bar says in words what it shows. */
export function Progress({ view }: { view: ProgressView }) {
  return (
    <section class="sheet">
      <h2>进展情况：{view.tense}</h2>
      {view.percent !== undefined && (
        <p class="bar">
          <progress max={100} value={view.percent} aria-label="完成进度">
            {view.percent}%
          </progress>
          <span>完成 {view.percent}%</span>
        </p>
      )}
      {view.stages.length > 0 && <Stages stages={view.stages} />}
      {view.entries.length > 0 && (
        <ol class="steps">
          {view.entries.toReversed().map(({ at, text, percent }) => (
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

const Stages = ({ stages }: { stages: ProgressView['stages'] }) => (
  <div class="table-scroll" tabindex={0} role="region" aria-label="分期进度表">
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
  </div>
);

import {
  BACKLOG,
  BACKLOG_STAGES,
  type BacklogLine,
  type BacklogStage,
} from '../../../shell/reading/review-backlog.ts';
import { chineseDate } from '../../dates.ts';

/** The rest is on the page that shows everything. */
const SHOWN = 10;

interface BacklogProps {
  readonly backlog: readonly BacklogLine[];
  readonly all: boolean;
  /** Address of the page that shows them all. */
  readonly allHref: string;
}

/** 审核审批积压: where items of the organisations right below are stuck, and for how many working days. */
export function Backlog({ backlog, all, allHref }: BacklogProps) {
  if (backlog.length === 0) return <p class="note good">✓ 直属单位没有等待审核、审批的事项。</p>;
  const shown = all ? backlog : backlog.slice(0, SHOWN);
  return (
    <>
      <p>
        直属单位目前
        {BACKLOG_STAGES.map((stage) => `待${BACKLOG[stage]} ${countOf(backlog, stage)} 件`).join('，')}。
        等待最久的排在最前，时长按工作日计。
      </p>
      <section class="table-scroll" aria-label="审核审批积压" tabindex={0}>
        <table class="sums">
          <caption class="vh">待审核、待审批的事项，按单位</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              {BACKLOG_STAGES.map((stage) => (
                <>
                  <th scope="col">待{BACKLOG[stage]}（件）</th>
                  <th scope="col">最久已等（工作日）</th>
                </>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Line line={line} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < backlog.length && (
        <p>
          已列出前 {SHOWN} 个单位，<a href={allHref}>查看全部 {backlog.length} 个</a>。
        </p>
      )}
    </>
  );
}

function Line({ line: { name, queues } }: { line: BacklogLine }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {BACKLOG_STAGES.map((stage) => {
        const queue = queues[stage];
        return (
          <>
            <td>{queue?.count ?? '—'}</td>
            <td>{queue ? `${queue.age}（${chineseDate(queue.since)}起）` : '—'}</td>
          </>
        );
      })}
    </tr>
  );
}

const countOf = (backlog: readonly BacklogLine[], stage: BacklogStage): number =>
  backlog.reduce((sum, { queues }) => sum + (queues[stage]?.count ?? 0), 0);

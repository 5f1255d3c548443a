import type { Instant } from '../../../domain/kernel/time.ts';
import type { DeskTask } from '../../shell/reading/desks.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment, waited } from '../dates.ts';

export interface DeskProps {
  readonly frame: Frame;
  readonly now: Instant;
  /** Organisations for which this person works. */
  readonly offices: readonly { readonly id: string; readonly name: string; readonly seats: string }[];
  readonly groups: readonly { readonly name: string; readonly tasks: readonly DeskTask[] }[];
  readonly halfPairs: readonly {
    readonly organisation: { readonly id: string; readonly name: string };
    readonly item: string;
    readonly title: string;
    readonly missing: string;
  }[];
}

/** 我的待办: whatever waits for this person, oldest first, over all the organisations they work for. */
export function DeskPage({ frame, now, offices, groups, halfPairs }: DeskProps) {
  const busy = groups.filter((group) => group.tasks.length > 0);
  const count = busy.reduce((sum, group) => sum + group.tasks.length, 0);
  return (
    <Page frame={frame} title="我的待办" section="desk">
      <div class="title-row">
        <h1>
          我的待办
          <small lang="en">My tasks</small>
        </h1>
        <p class="asof">
          <a href="/desk/reminders">提醒</a>　数据截至 <time datetime={now}>{chineseMoment(now)}</time>
        </p>
      </div>
      <div class="columns">
        <div class="major">
          {count === 0 && (
            <p class="note good">
              ✓ 目前没有等您办理的事项。<span lang="en">Nothing is waiting for you.</span>
            </p>
          )}
          {busy.length > 0 && (
            <section class="sheet" aria-label="待办事项">
              {busy.map((group) => (
                <>
                  <h2>
                    {group.name}（{group.tasks.length}）
                  </h2>
                  <ul class="tasks">
                    {group.tasks.map((task) => (
                      <Task task={task} now={now} />
                    ))}
                  </ul>
                </>
              ))}
            </section>
          )}
          {halfPairs.length > 0 && (
            <section class="sheet">
              <h2>计划与结果未成对（{halfPairs.length}）</h2>
              <ul class="tasks">
                {halfPairs.map(({ organisation, item, title, missing }) => (
                  <li>
                    <div class="what">
                      <a href={`/desk/o/${organisation.id}/items/${item}`}>{title}</a>
                      <p>{organisation.name}</p>
                    </div>
                    <span class="tag wait">{missing}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div class="minor">
          <Offices offices={offices} />
        </div>
      </div>
    </Page>
  );
}

const PLACES = {
  item: 'items/',
  feedback: 'opinions/',
  enquiry: 'enquiries/',
  topic: 'topics/',
  survey: 'surveys/',
  visit: 'supervision/visits/',
  'follow-up': 'supervision/follow-ups/',
  case: 'supervision/cases/',
  activity: 'activities/',
  campaign: 'campaigns/',
  decision: 'decisions/',
  display: 'screens#',
  catalogue: 'catalogue/changes/',
  signal: 'evaluation/signals/',
  assessment: 'evaluation/years/',
  news: 'news/',
  circular: 'received/',
  report: 'reports?period=',
} as const;

function Task({ task, now }: { task: DeskTask; now: Instant }) {
  return (
    <li>
      <div class="what">
        <a href={`/desk/o/${task.organisation.id}/${PLACES[task.about]}${task.id}`}>{task.title}</a>
        <p>{task.organisation.shortName}</p>
      </div>
      <span class={task.overdue ? 'tag type' : 'tag wait'}>{waitText(task, now)}</span>
    </li>
  );
}

function waitText({ since, due, overdue }: DeskTask, now: Instant): string {
  if (due === undefined) return `已等 ${waited(since, now)}`;
  return overdue ? `⚠ 已超期 ${waited(due, now)}` : `还剩 ${waited(now, due)}`;
}

function Offices({ offices }: { offices: DeskProps['offices'] }) {
  if (offices.length === 0) {
    return (
      <section class="sheet">
        <h2>我的岗位</h2>
        <p>您目前没有党务公开岗位。如有疑问，请联系本单位党务公开办公室。</p>
      </section>
    );
  }
  return (
    <section class="sheet">
      <h2>我的岗位</h2>
      <ul class="offices">
        {offices.map(({ id, name, seats }) => (
          <li>
            <p>
              <b>{name}</b>
              <br />
              <span class="small">{seats}</span>
            </p>
            <p>
              <a class="button small" href={`/desk/o/${id}/propose`}>
                提出公开事项<span class="vh">（{name}）</span>
              </a>
            </p>
            <p class="small">
              <a href={`/o/${id}`}>公开栏</a>
              <a href={`/o/${id}/catalogue`}>公开目录</a>
              <a href={`/desk/o/${id}/duties`}>公开台账</a>
              <a href={`/desk/o/${id}/opinions`}>意见建议</a>
              <a href={`/desk/o/${id}`}>
                工作台<span class="vh">（{name}）</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

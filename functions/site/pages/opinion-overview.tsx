import { FEEDBACK_STAGES } from '../../../domain/feedback/state.ts';
import { KINDS, VOICES, type Voice } from '../../../domain/feedback/vocabulary.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import {
  AGES,
  type Age,
  type OpinionOverview,
  type OpinionUnit,
} from '../../shell/reading/opinions-overview.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseMoment } from '../dates.ts';

interface OverviewProps {
  readonly frame: Frame;
  readonly now: Instant;
  readonly organisation: string;
  readonly overview: OpinionOverview;
}

/** 意见建议办理情况: how long answers take here and below, what waits, and what people speak of. */
export function OpinionOverviewPage({ frame, now, organisation, overview }: OverviewProps) {
  const { units, topics } = overview;
  return (
    <Page frame={frame} title="意见建议办理情况" section="opinions" wide>
      <div class="title-row">
        <h1>
          意见建议办理情况 <small lang="en">How opinions fare</small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={now}>{chineseMoment(now)}</time>
        </p>
      </div>
      <section class="sheet">
        <h2>办理时长和未答复意见</h2>
        <section class="table-scroll wide" tabindex={0} aria-label="各单位意见建议办理情况">
          <table>
            <thead>
              <tr>
                <th scope="col">单位</th>
                <th scope="col">收到</th>
                <th scope="col">未办结</th>
                <th scope="col">已超期</th>
                <th scope="col">用时中位数</th>
                <th scope="col">90%分位</th>
                {Object.values(AGES).map((name) => (
                  <th scope="col" aria-label={`未答复${name}`}>
                    {name}
                  </th>
                ))}
                <th scope="col">整改中（超期）</th>
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <Unit unit={unit} isOwn={unit.id === organisation} organisation={organisation} />
              ))}
            </tbody>
          </table>
        </section>
        <p class="small">
          “用时”为从收到到答复；7日内至90日以上为未答复意见的等待时间，超过 90 日的标红（⚠）。
        </p>
      </section>
      <section class="sheet">
        <h2>提出人分类</h2>
        <section class="table-scroll" tabindex={0} aria-label="各单位提出人分类">
          <table>
            <thead>
              <tr>
                <th scope="col">单位</th>
                <th scope="col">党内和单位内</th>
                {Object.values(VOICES).map((name) => (
                  <th scope="col">{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map(({ name, speakers, inside }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{inside}</td>
                  {(Object.keys(VOICES) as Voice[]).map((voice) => (
                    <td>{speakers[voice] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
      <section class="sheet">
        <h2>群众关注的热点</h2>
        {topics.length === 0 && <p>目前没有多人提出的意见，也没有待答复的公开建议。</p>}
        <ol>
          {topics.map(({ id, excerpt, kind, voices, stage }) => (
            <li>
              <a href={`/desk/o/${organisation}/opinions/${id}`}>{excerpt}</a>　{KINDS[kind]}，{voices}{' '}
              人提出，{FEEDBACK_STAGES[stage]}
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}

interface UnitProps {
  readonly unit: OpinionUnit;
  readonly isOwn: boolean;
  readonly organisation: string;
}

function Unit({ unit, isOwn, organisation }: UnitProps) {
  const { name, received, open, overdue, ages, red, rectifying, rectifyingLate } = unit;
  return (
    <tr>
      <th scope="row">{isOwn ? <a href={`/desk/o/${organisation}/opinions`}>{name}</a> : name}</th>
      <td>{received}</td>
      <td>{open}</td>
      <td>{overdue > 0 ? `⚠ ${overdue}` : 0}</td>
      <td>{timeText(unit.medianHours)}</td>
      <td>{timeText(unit.p90Hours)}</td>
      {(Object.keys(AGES) as Age[]).map((age) => (
        <td class={age === 'longer' && red > 0 ? 'late' : undefined}>
          {age === 'longer' && red > 0 && '⚠ '}
          {ages[age]}
        </td>
      ))}
      <td>
        {rectifying}（{rectifyingLate}）
      </td>
    </tr>
  );
}

/** Hours, and days once there are two of them. */
function timeText(hours: number | undefined): string {
  if (hours === undefined) return '—';
  return hours < 48 ? `${Math.round(hours)} 小时` : `${Math.round(hours / 24)} 天`;
}

import type { Day } from '../../../domain/kernel/time.ts';
import type { CampaignLine, JoinedCampaign } from '../../shell/reading/campaign-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { StageCell } from '../components/stage-state.tsx';
import { chineseDate } from '../dates.ts';

interface CampaignsProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly planned: readonly CampaignLine[];
  readonly joined: readonly JoinedCampaign[];
  readonly today: Day;
}

/** 推进部署: what the superiors ask for and how far we are, and what was planned here. */
export function CampaignsPage({ frame, organisation, planned, joined, today }: CampaignsProps) {
  const base = `/desk/o/${organisation}/campaigns`;
  const trail = [{ href: `/desk/o/${organisation}`, name: '工作台' }];
  return (
    <Page frame={frame} title="推进部署" section="desk" trail={trail}>
      <div class="title-row">
        <h1>
          推进部署 <small lang="en">Roll-outs in stages</small>
        </h1>
        <a class="button" href={`${base}/plan`}>
          下达部署
        </a>
      </div>
      {joined.map((campaign) => (
        <Joined campaign={campaign} organisation={organisation} />
      ))}
      <section class="sheet">
        <h2>本级下达（{planned.length}）</h2>
        {planned.length === 0 ? (
          <p class="empty">还没有下达。</p>
        ) : (
          <ol class="tasks">
            {planned.map(({ id, title, stages, withdrawn, plannedAt }) => (
              <li>
                <div class="what">
                  <a href={`${base}/${id}`}>{title}</a>
                  <p>
                    {chineseDate(plannedAt)}下达，共 {stages.length} 个阶段
                  </p>
                </div>
                <Running stages={stages} withdrawn={withdrawn} today={today} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </Page>
  );
}

function Running({
  stages,
  withdrawn,
  today,
}: Pick<CampaignLine, 'stages'> & { readonly withdrawn: true | undefined; readonly today: Day }) {
  if (withdrawn) return <span class="tag">已撤销</span>;
  const running = stages.find(({ from, until }) => from <= today && today <= until);
  if (running) return <span class="tag wait">○ {running.name}</span>;
  const last = stages.at(-1);
  return <span class="tag">{last && today > last.until ? '各阶段已结束' : '－ 阶段间隔'}</span>;
}

function Joined({ campaign, organisation }: { campaign: JoinedCampaign; organisation: string }) {
  const { title, planner, stages, id } = campaign;
  return (
    <section class="sheet" id={id}>
      <h2>
        {title}（{planner}部署）
      </h2>
      <ol class="tasks">
        {stages.map(({ name, from, until, own, urged }) => (
          <li>
            <div class="what">
              <b>{name}</b>
              <p>
                {chineseDate(from)}至{chineseDate(until)}
              </p>
              <p>
                <StageCell state={own} planner={organisation} />
              </p>
              {urged && (
                <p>
                  <b>{chineseDate(urged.at)}上级督促：</b>
                  {urged.note}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { ActivityReadings } from '../../shell/reading/activity-readings.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate } from '../dates.ts';

interface TrainingsProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly trainings: Awaited<ReturnType<ActivityReadings['trainings']>>;
}

/** 负责人培训: who has been trained in the year, those who have not first (XH-15, QD-06). */
export function TrainingsPage({ frame, organisation, trainings: { year, heads } }: TrainingsProps) {
  const untrained = heads.filter(({ trained }) => !trained);
  return (
    <Page
      frame={frame}
      title="负责人培训情况"
      section="desk"
      trail={[{ href: `/desk/o/${organisation}/activities`, name: '活动记录' }]}
    >
      <h1>
        {year}年负责人培训情况 <small lang="en">Training of heads</small>
      </h1>
      <p class={untrained.length > 0 ? 'note warn' : 'note good'}>
        共 {heads.length} 人，已培训 {heads.length - untrained.length} 人，未培训 {untrained.length} 人。
      </p>
      <section class="table-scroll sheet" tabindex={0} aria-label="负责人培训情况">
        <table>
          <caption class="vh">各单位负责人本年是否参加培训</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">负责人</th>
              <th scope="col">培训</th>
            </tr>
          </thead>
          <tbody>
            {heads.map(({ organisationName, name, person, trained }) => (
              <tr>
                <th scope="row">{organisationName}</th>
                <td>{name ?? person ?? '未设负责人'}</td>
                <td>
                  {trained ? (
                    <span class="tag ok">✓ {chineseDate(trained.on)}</span>
                  ) : (
                    <span class="tag type">✕ 未培训</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <a href={`/desk/o/${organisation}/activities/trainings?year=${year - 1}`}>{year - 1}年</a>
      </p>
    </Page>
  );
}

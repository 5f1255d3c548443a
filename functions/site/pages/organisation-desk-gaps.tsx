import { GAPS, type Gap } from '../../../domain/organisation/vitals.ts';
import type { ActivityReadings } from '../../shell/reading/activity-readings.ts';
import type { GapLine } from '../../shell/reading/organisation-health.ts';
import { type Frame, Page } from '../components/layout.tsx';

interface GapsProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly units: readonly GapLine[];
  readonly trainings: Awaited<ReturnType<ActivityReadings['trainings']>>;
}

const ALL = Object.entries(GAPS) as [Gap, string][];

/** 下级组织缺口: who below lacks a secretary, a body, somebody in a post, a channel or this year's training. */
export function GapsPage({ frame, organisation, units, trainings }: GapsProps) {
  const here = `/desk/o/${organisation}/organisation`;
  const untrained = trainings.heads.filter(({ trained }) => !trained);
  return (
    <Page frame={frame} title="下级组织缺口" section="desk" trail={[{ href: here, name: '组织机构' }]}>
      <h1>
        下级组织缺口 <small lang="en">What units below lack</small>
      </h1>
      <section class="sheet">
        <h2>人员、机构和载体</h2>
        {units.length === 0 ? (
          <p>直属下级组织的书记、机构、联络员和公开载体齐全。</p>
        ) : (
          <section class="table-scroll" aria-label="缺少的人员、机构和载体" tabindex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">组织</th>
                  {ALL.map(([, name]) => (
                    <th scope="col">{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {units.map(({ id, shortName, gaps }) => (
                  <tr>
                    <th scope="row">
                      <a href={`/desk/o/${id}/organisation`}>{shortName}</a>
                    </th>
                    {ALL.map(([gap]) => (
                      <td>{gaps.includes(gap) ? '缺' : '有'}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
      <section class="sheet">
        <h2>{trainings.year}年未参加培训的负责人</h2>
        {untrained.length === 0 ? (
          <p>各级组织负责人本年度均已参加培训。</p>
        ) : (
          <ul>
            {untrained.map(({ organisationName, name }) => (
              <li>
                {organisationName}：{name ?? '负责人空缺'}
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}

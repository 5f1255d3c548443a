import type { Instant } from '../../../domain/kernel/time.ts';
import type { ItemLine } from '../../shell/reading/lines.ts';
import { Items } from '../components/items.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';

export interface School {
  readonly id: string;
  readonly name: string;
  readonly onShow: number;
  readonly latestAt?: Instant | undefined;
  readonly schools: readonly School[];
}

interface DistrictProps {
  readonly frame: Frame;
  readonly asOf: Instant;
  readonly root: School;
  readonly recent: readonly ItemLine[];
}

/** The district: every organisation, and what any of them has disclosed lately. */
export function DistrictPage({ frame, asOf, root, recent }: DistrictProps) {
  const all = flat(root);
  return (
    <Page frame={frame} title={frame.district}>
      <div class="title-row">
        <h1>
          区内各校党务公开
          <small lang="en">Party affairs disclosed by the schools of this district</small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={asOf}>{chineseMoment(asOf)}</time>
        </p>
      </div>
      <ul class="figures">
        <li>
          <b>{all.length}</b> 个党组织已开通
        </li>
        <li>
          <b>{all.reduce((sum, school) => sum + school.onShow, 0)}</b> 项正在公开
        </li>
        <li>
          <b>{all.filter((school) => school.onShow > 0).length}</b> 个党组织有在公开事项
        </li>
      </ul>
      <div class="columns">
        <section class="major">
          <div class="sheet">
            <h2>最近公开</h2>
            <Items items={recent} withOrganisation empty="目前没有向社会公开的事项。" />
          </div>
        </section>
        <section class="minor">
          <div class="sheet">
            <h2>各党组织公开栏</h2>
            <ul class="schools">
              <Node school={root} />
            </ul>
          </div>
        </section>
      </div>
    </Page>
  );
}

function Node({ school }: { school: School }) {
  return (
    <li>
      <div class="school">
        <a href={`/o/${school.id}`}>{school.name}</a>
        <span class="meta">
          {school.onShow > 0 ? `${school.onShow} 项` : '暂无'}
          {school.latestAt && `，最近 ${chineseDate(school.latestAt)}`}
        </span>
      </div>
      {school.schools.length > 0 && (
        <ul>
          {school.schools.map((below) => (
            <Node school={below} />
          ))}
        </ul>
      )}
    </li>
  );
}

const flat = (school: School): School[] => [school, ...school.schools.flatMap(flat)];

import {
  ACTIVITY_KINDS,
  type ActivityKind,
  LAYERS,
  MEETING_TYPES,
} from '../../../domain/activity/vocabulary.ts';
import type { ActivityLine, ActivityReading } from '../../shell/reading/activity-readings.ts';
import { chineseDate, chineseMoment } from '../dates.ts';
import { AUDIENCE_NAMES } from '../words.ts';

interface ListProps {
  readonly title: string;
  readonly activities: readonly ActivityLine[];
  readonly base: string;
  readonly empty: string;
}

/** Activities in the order in which they come. */
export const ActivityList = ({ title, activities, base, empty }: ListProps) => (
  <section class="sheet">
    <h2>
      {title}（{activities.length}）
    </h2>
    {activities.length === 0 ? (
      <p class="empty">{empty}</p>
    ) : (
      <ol class="tasks">
        {activities.map((activity) => (
          <li>
            <div class="what">
              <a href={`${base}/${activity.id}`}>{activity.title}</a>
              <p>{factsOf(activity)}</p>
            </div>
            <span class="tag">{activity.withdrawn ? '已撤销' : ACTIVITY_KINDS[activity.kind]}</span>
          </li>
        ))}
      </ol>
    )}
  </section>
);

function factsOf({ heldOn, place, meeting, attended, audience, reception }: ActivityLine): string {
  return [
    reception ? chineseMoment(reception.startsAt) : chineseDate(heldOn),
    ...(meeting ? [MEETING_TYPES[meeting.type], LAYERS[meeting.layer]] : []),
    ...(place === undefined ? [] : [place]),
    ...(reception ? [`可预约 ${reception.free} 个时段`] : []),
    ...(attended > 0 ? [`${attended} 人参加`] : []),
    `知悉范围：${AUDIENCE_NAMES[audience]}`,
  ].join('　');
}

/** What everybody who may see it is told: no name of a participant is in it. */
export const ActivityFacts = ({
  activity,
  organisation,
}: {
  activity: ActivityReading;
  organisation: string;
}) => (
  <section class="sheet">
    <p>
      <span class="tag">{ACTIVITY_KINDS[activity.kind]}</span> {factsOf(activity)}
    </p>
    {activity.minutes !== undefined && <p class="said">{activity.minutes}</p>}
    {activity.items.length > 0 && (
      <>
        <h2>相关公开事项</h2>
        <ul>
          {activity.items.map(({ id, title }) => (
            <li>
              <a href={`/o/${organisation}/items/${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);

/** How often what was held, in words. */
export const kindCounts = (kinds: Readonly<Partial<Record<ActivityKind, number>>>): string =>
  (Object.keys(ACTIVITY_KINDS) as ActivityKind[])
    .filter((kind) => kinds[kind])
    .map((kind) => `${ACTIVITY_KINDS[kind]} ${kinds[kind]} 次`)
    .join('，');

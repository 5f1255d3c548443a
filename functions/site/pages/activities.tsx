import type { Instant } from '../../../domain/kernel/time.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { Challenge } from '../../shell/feedback-challenge.ts';
import type { ActivityReading, ActivityReadings } from '../../shell/reading/activity-readings.ts';
import { ActivityFacts, ActivityList, kindCounts } from '../components/activity-list.tsx';
import { ErrorSummary, type Filled, SelectField, TextField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { Work } from '../components/opinions.tsx';
import { chineseMoment, timeOfDay } from '../dates.ts';
import type { Booked } from '../forms/booking.ts';

type Log = Awaited<ReturnType<ActivityReadings['all']>>;

interface ListProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly log: Log;
}

/** 活动, for everybody: what was held in a year, and the reception days ahead. */
export function ActivitiesPage({ frame, organisation, log: { activities, year } }: ListProps) {
  const here = `/o/${organisation}/activities`;
  return (
    <Page frame={frame} title="会议和活动" trail={[{ href: `/o/${organisation}/about`, name: '关于' }]}>
      <h1>
        {year.year}年会议和活动 <small lang="en">Meetings and activities</small>
      </h1>
      {activities.length > 0 && (
        <p>
          {kindCounts(year.kinds)}，共 {year.attended} 人次参加。
        </p>
      )}
      <ActivityList title="会议和活动" activities={activities} base={here} empty="本年没有可以查看的记录。" />
      <p>
        <a href={`${here}?year=${year.year - 1}`}>{year.year - 1}年</a>
      </p>
    </Page>
  );
}

export interface BookingProps {
  readonly command: string;
  /** For strangers. */
  readonly challenge: Challenge | undefined;
  readonly filled: Filled;
  readonly booked: Booked | undefined;
}

interface ActivityProps {
  readonly frame: Frame;
  readonly organisation: string;
  readonly activity: ActivityReading;
  readonly now: Instant;
  readonly booking: BookingProps;
}

/** One activity; a reception day ahead with its times. */
export function ActivityPage({ frame, organisation, activity, now, booking }: ActivityProps) {
  const list = `/o/${organisation}/activities`;
  const free = activity.slots?.filter((slot) => slot.free && slot.from > now) ?? [];
  return (
    <Page frame={frame} title={activity.title} trail={[{ href: list, name: '会议和活动' }]}>
      <h1>{activity.title}</h1>
      {booking.booked && <BookedNote booked={booking.booked} />}
      <ActivityFacts activity={activity} organisation={organisation} />
      {activity.own && (
        <p class="note good">
          您已预约 {chineseMoment(activity.own.from)}
          {activity.own.came === true && '，已到访'}。
        </p>
      )}
      {activity.slots && !activity.own && !booking.booked && free.length === 0 && (
        <p class="note">没有可以预约的时段。</p>
      )}
      {!activity.own && !booking.booked && free.length > 0 && (
        <form class="sheet" method="post" action={`${list}/${activity.id}/booking`} novalidate>
          <h2>预约</h2>
          <ErrorSummary filled={booking.filled} />
          <input type="hidden" name="command" value={booking.command} />
          {booking.challenge && <Work challenge={booking.challenge} filled={booking.filled} />}
          <SelectField
            filled={booking.filled}
            name="slot"
            label="时段"
            choices={free.map(({ slot, from }) => ({ value: String(slot), name: timeOfDay(from) }))}
          />
          {booking.challenge && (
            <TextField
              filled={booking.filled}
              name="name"
              label="称呼"
              hint="可以不写姓名，凭预约后显示的查询码到场。"
              optional
              max={LIMITS.name}
            />
          )}
          <TextField
            filled={booking.filled}
            name="subject"
            label="想反映什么"
            hint="只有经办人可以看到。请勿填写证件号码、电话等个人信息。"
            optional
            max={LIMITS.title}
          />
          <p class="actions">
            <button class="button" type="submit">
              预约
            </button>
          </p>
        </form>
      )}
    </Page>
  );
}

/** Shown once: the code stands in no address. */
const BookedNote = ({ booked: { code } }: { booked: Booked }) => (
  <div class="note good" role="status">
    <p>✓ 预约成功。</p>
    {code !== undefined && (
      <p>
        请记下查询码，到场时出示：<code>{code}</code>
      </p>
    )}
  </div>
);

import {
  ACTIVITY_KINDS,
  type ActivityKind,
  LAYERS,
  type Layer,
  MEETING_TYPES,
  TRAINING_AIMS,
  YEARLY_MEETINGS,
} from '../../../domain/activity/vocabulary.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import { LIMITS } from '../../../domain/limits.ts';
import type { ActivityReading, ActivityReadings } from '../../shell/reading/activity-readings.ts';
import { ActivityFacts, ActivityList, kindCounts } from '../components/activity-list.tsx';
import { CaseForm, Reason } from '../components/case-form.tsx';
import { AreaField, ChoiceField, SelectField } from '../components/field.tsx';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, timeOfDay } from '../dates.ts';
import type { FormPage } from '../forms/operation-forms.ts';
import { Done } from './topics.tsx';

interface DeskProps {
  readonly frame: Frame;
  readonly organisation: string;
}

interface ListProps extends DeskProps {
  readonly log: Awaited<ReturnType<ActivityReadings['all']>>;
  readonly kind: ActivityKind | undefined;
}

/** 活动记录, for the office: a year of it, by kind, and which of the yearly meetings were held. */
export function ActivityDeskPage({ frame, organisation, log: { activities, year }, kind }: ListProps) {
  const here = `/desk/o/${organisation}/activities`;
  const kinds = Object.entries(ACTIVITY_KINDS) as [ActivityKind, string][];
  const current = (is: boolean) => (is ? { 'aria-current': 'true' as const } : {});
  return (
    <Page frame={frame} title="活动记录" section="desk" trail={[trailOf(organisation)]}>
      <div class="title-row">
        <h1>
          {year.year}年活动记录 <small lang="en">Meetings, trainings, receptions</small>
        </h1>
        <a class="button" href={`${here}/record`}>
          登记活动
        </a>
      </div>
      <p class="no-print exports">
        <a href={`${here}/trainings?year=${year.year}`}>负责人培训情况</a>
        <a href={`${here}?year=${year.year - 1}`}>{year.year - 1}年</a>
        <a href={`${here}?year=${year.year + 1}`}>{year.year + 1}年</a>
      </p>
      <section class="sheet">
        <h2>本年情况</h2>
        <p>
          {kindCounts(year.kinds) || '还没有记录'}
          {year.attended > 0 && `，共 ${year.attended} 人次参加`}。
        </p>
        <dl class="facts">
          {YEARLY_MEETINGS.map((type) => (
            <>
              <dt>{MEETING_TYPES[type]}</dt>
              <dd>
                {year.yearly[type] === undefined ? (
                  <span class="tag wait">○ 本年未召开</span>
                ) : (
                  <span class="tag ok">✓ {chineseDate(year.yearly[type])}召开</span>
                )}
              </dd>
            </>
          ))}
          {(Object.keys(LAYERS) as Layer[])
            .filter((layer) => year.layers[layer])
            .map((layer) => (
              <>
                <dt>{LAYERS[layer]}</dt>
                <dd>{year.layers[layer]} 次</dd>
              </>
            ))}
        </dl>
      </section>
      <nav aria-label="类别" class="choices row no-print">
        <p class="choice">
          <a href={`${here}?year=${year.year}`} {...current(kind === undefined)}>
            全部
          </a>
        </p>
        {kinds.map(([name, title]) => (
          <p class="choice">
            <a href={`${here}?year=${year.year}&kind=${name}`} {...current(kind === name)}>
              {title}
            </a>
          </p>
        ))}
      </nav>
      <ActivityList
        title={kind === undefined ? '全部' : ACTIVITY_KINDS[kind]}
        activities={activities}
        base={here}
        empty="还没有登记。"
      />
    </Page>
  );
}

const trailOf = (organisation: string) => ({ href: `/desk/o/${organisation}`, name: '工作台' });
const logOf = (organisation: string) => ({ href: `/desk/o/${organisation}/activities`, name: '活动记录' });

interface WorkProps extends DeskProps {
  readonly activity: ActivityReading;
  readonly now: Instant;
  readonly page: FormPage;
}

/** One activity on the desk: with the names of those who took part or have booked. */
export function ActivityWorkPage({ frame, organisation, activity, now, page: { forms, done } }: WorkProps) {
  const { work, aims, withdrawn } = activity;
  const begun = work?.bookings.filter(({ from }) => from <= now) ?? [];
  return (
    <Page frame={frame} title={activity.title} section="desk" trail={[logOf(organisation)]}>
      <h1>{activity.title}</h1>
      <Done text={done} />
      {withdrawn && <p class="note warn">已撤销：{work?.withdrawn}</p>}
      <ActivityFacts activity={activity} organisation={organisation} />
      {aims && (
        <section class="sheet">
          <h2>培训内容</h2>
          <p>{aims.map((aim) => TRAINING_AIMS[aim]).join('、')}</p>
        </section>
      )}
      {work && work.participants.length > 0 && (
        <section class="sheet">
          <h2>参加人员（{work.participants.length}，仅经办人可见）</h2>
          <p>
            {work.participants
              .map(({ name, organisation: unit }) => (unit === undefined ? name : `${name}（${unit}）`))
              .join('、')}
          </p>
        </section>
      )}
      {activity.slots && <Bookings activity={activity} />}
      {!withdrawn && begun.length > 0 && (
        <CaseForm props={forms} action="attend" title="登记到访情况" button="登记">
          {(filled) => (
            <>
              <SelectField
                filled={filled}
                name="attend.booking"
                label="预约"
                choices={begun.map(({ id, from, name }) => ({
                  value: id,
                  name: `${timeOfDay(from)} ${name ?? '凭查询码'}`,
                }))}
              />
              <ChoiceField
                filled={filled}
                name="attend.came"
                label="是否到访"
                row
                choices={[
                  { value: 'yes', name: '已到访' },
                  { value: 'no', name: '未到访' },
                ]}
              />
              <AreaField filled={filled} name="attend.note" label="接待情况" optional max={LIMITS.reason} />
            </>
          )}
        </CaseForm>
      )}
      {!withdrawn && (
        <CaseForm props={forms} action="withdraw" title="撤销" folded>
          {(filled) => <Reason filled={filled} name="withdraw.reason" label="撤销的理由" />}
        </CaseForm>
      )}
    </Page>
  );
}

const Bookings = ({ activity: { slots = [], work } }: { activity: ActivityReading }) => (
  <section class="table-scroll sheet" tabindex={0} aria-label="预约情况">
    <h2>预约情况</h2>
    {work?.host !== undefined && <p>接待人：{work.host}</p>}
    <table>
      <caption class="vh">各时段的预约和到访</caption>
      <thead>
        <tr>
          <th scope="col">时段</th>
          <th scope="col">预约人</th>
          <th scope="col">事由</th>
          <th scope="col">到访</th>
        </tr>
      </thead>
      <tbody>
        {slots.map(({ slot, from }) => {
          const booking = work?.bookings.find((each) => each.slot === slot);
          return (
            <tr>
              <th scope="row">{timeOfDay(from)}</th>
              <td>{booking ? (booking.name ?? '凭查询码') : '可预约'}</td>
              <td>{booking?.subject ?? '—'}</td>
              <td>{cameText(booking?.came)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </section>
);

const cameText = (came: boolean | undefined): string => {
  if (came === undefined) return '—';
  return came ? '✓ 已到访' : '✕ 未到访';
};

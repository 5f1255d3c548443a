import { CHANNELS } from '../../../domain/alert/channels.ts';
import type { DigestLine } from '../../../domain/alert/digest-text.ts';
import type { Duty } from '../../../domain/duty/duty.ts';
import { addDays, type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import { dutyKey, INBOX_DAYS, type Reminder } from '../../shell/reading/inbox.ts';
import { type Frame, Page } from '../components/layout.tsx';
import { chineseDate, chineseMoment } from '../dates.ts';

interface InboxProps {
  readonly frame: Frame;
  readonly now: Instant;
  /** Newest first. */
  readonly reminders: readonly Reminder[];
  /** The duties that they speak of as they are now, by `dutyKey`. */
  readonly duties: ReadonlyMap<string, Duty>;
  /** A fresh id, from which every form makes one of its own. */
  readonly commandId: string;
}

/** 提醒: what this person was told, day by day, over all the organisations they belong to. */
export function InboxPage({ frame, now, reminders, duties, commandId }: InboxProps) {
  const unread = reminders.filter(({ readAt }) => readAt === undefined).length;
  return (
    <Page frame={frame} title="提醒" section="desk" trail={[{ href: '/desk', name: '我的待办' }]}>
      <div class="title-row">
        <h1>
          提醒
          <small lang="en">Reminders</small>
        </h1>
        <p class="asof">
          数据截至 <time datetime={now}>{chineseMoment(now)}</time>
        </p>
      </div>
      {reminders.length === 0 ? (
        <p class="note good">
          ✓ 近 {INBOX_DAYS} 天没有提醒。<span lang="en">No reminders in the last {INBOX_DAYS} days.</span>
        </p>
      ) : (
        <p class="note">
          近 {INBOX_DAYS} 天 {reminders.length} 条提醒，{unread} 条未读。
        </p>
      )}
      {reminders.map((reminder) => (
        <ReminderSheet reminder={reminder} duties={duties} commandId={commandId} today={dayOf(now)} />
      ))}
    </Page>
  );
}

type SheetProps = Pick<InboxProps, 'duties' | 'commandId'> & {
  readonly reminder: Reminder;
  readonly today: Day;
};

function ReminderSheet({ reminder, duties, commandId, today }: SheetProps) {
  const { id, organisation, day, content, readAt, stage, channel } = reminder;
  const place = `/desk/o/${organisation.id}/reminders/${id}`;
  return (
    <section class="sheet" id={`${organisation.id}-${id}`}>
      <h2>
        {chineseDate(day)} {content.headline}{' '}
        {readAt === undefined ? <span class="tag type">● 未读</span> : <span class="tag ok">✓ 已读</span>}
      </h2>
      <p class="meta">
        <span>{organisation.name}</span>
        <span>{sendingText(stage, channel)}</span>
      </p>
      <ul class="tasks">
        {content.lines.map((line, index) => (
          <Line
            line={line}
            duty={duties.get(dutyKey(organisation.id, line.about?.period ?? '', line.duty ?? ''))}
            place={place}
            today={today}
            commandId={`${commandId}-${id}-${index}`}
          />
        ))}
      </ul>
      {readAt === undefined && (
        <form method="post" action={`${place}/reading`}>
          <input type="hidden" name="command" value={`${commandId}-${id}`} />
          <p class="actions">
            <button class="button second" type="submit">
              标为已读<span class="vh">（{chineseDate(day)}）</span>
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: DigestLine;
  /** The duty of the reader's own organisation that it is about, as it is now; no other can be acknowledged. */
  readonly duty: Duty | undefined;
  readonly place: string;
  readonly today: Day;
  readonly commandId: string;
}

function Line({ line: { text, about }, duty, place, today, commandId }: LineProps) {
  return (
    <li>
      <div class="what">{about ? <a href={placeOf(about)}>{text}</a> : <span>{text}</span>}</div>
      {duty?.met && <span class="tag ok">✓ 已公开</span>}
      {duty?.acknowledged && !duty.met && <span class="tag ok">✓ 已确认知悉</span>}
      {about && duty && !duty.met && !duty.acknowledged && (
        <form method="post" action={`${place}/acknowledgement`}>
          <input type="hidden" name="command" value={commandId} />
          <input type="hidden" name="period" value={about.period} />
          <input type="hidden" name="duty" value={duty.id} />
          <button class="button second small" type="submit">
            知道了，正在办理<span class="vh">（{text}）</span>
          </button>
        </form>
      )}
      {about && duty && !duty.met && !duty.waived && (
        <Snooze
          text={text}
          duty={duty}
          period={about.period}
          place={place}
          today={today}
          commandId={`${commandId}-s`}
        />
      )}
    </li>
  );
}

/** Days for which what is said before the due day may be put off. */
const SNOOZES = [1, 3, 7, 14] as const;

interface SnoozeProps extends Pick<LineProps, 'place' | 'today' | 'commandId'> {
  readonly text: string;
  readonly duty: Duty;
  readonly period: string | undefined;
}

/** 稍后提醒: only as long as the day chosen lies before the due day, on which nothing can be put off. */
function Snooze({ text, duty: { id, due, snoozedUntil }, period, place, today, commandId }: SnoozeProps) {
  if (snoozedUntil !== undefined && snoozedUntil > today)
    return <span class="tag wait">推迟至{chineseDate(snoozedUntil)}再提醒</span>;
  const days = SNOOZES.map((count) => [count, addDays(today, count)] as const).filter(([, day]) => day < due);
  if (days.length === 0) return null;
  return (
    <form method="post" action={`${place}/snooze`}>
      <input type="hidden" name="command" value={commandId} />
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="duty" value={id} />
      {days.map(([count, day]) => (
        <>
          <button class="button second small" type="submit" name="until" value={day}>
            {count} 天后再提醒<span class="vh">（{text}）</span>
          </button>{' '}
        </>
      ))}
    </form>
  );
}

type Place = NonNullable<DigestLine['about']>;

function placeOf(about: Place): string {
  const { organisation, period, opinion, enquiry, topic, unmet } = about;
  const climbing = climbingPlace(about);
  if (climbing !== undefined) return `/desk/o/${organisation}/${climbing}`;
  if (topic !== undefined) return `/desk/o/${organisation}/topics/${topic}`;
  if (unmet !== undefined) return `/desk/o/${organisation}/enquiries/unmet?month=${unmet}`;
  if (enquiry !== undefined) return `/desk/o/${organisation}/enquiries/${enquiry}`;
  return opinion === undefined
    ? `/desk/o/${organisation}/duties?period=${period}`
    : `/o/${organisation}/opinions/${opinion}`;
}

/** On the desk of the organisation. */
function climbingPlace({ followup, case: case_, decision, campaign, circular, of }: Place) {
  if (followup !== undefined) return `supervision/follow-ups/${followup}`;
  if (case_ !== undefined) return `supervision/cases/${case_}`;
  if (decision !== undefined) return `decisions/${decision}`;
  if (circular !== undefined) return `received/${of}/${circular}`;
  return campaign === undefined ? undefined : 'campaigns';
}

function sendingText(stage: Reminder['stage'], channel: Reminder['channel']): string {
  const name = CHANNELS[channel ?? 'inbox'];
  if (stage === 'given-up') return `⚠ ${name}未能送达`;
  if (stage === 'lapsed') return '逾期未发，仅在系统内保留';
  if (channel === undefined || channel === 'inbox') return '系统内提醒';
  return stage === 'sent' ? `已通过${name}发送` : `正在通过${name}发送`;
}

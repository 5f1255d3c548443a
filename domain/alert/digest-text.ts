import type { OrganisationId } from '../kernel/scope.ts';
import type { Day } from '../kernel/time.ts';
import {
  type Alert,
  type AlertedDuty,
  DUTY_ALERTS,
  type DutyAlert,
  isDisplayNews,
  isDutyAlert,
  isOpinionNews,
  isOver,
  MATTERS,
  type Matter,
  OPINION_NEWS,
  type OpinionNews,
  TAKEN_BACK,
  type UnmetAlert,
} from './alert.ts';
import { CHANNELS, SENDING_FAILURES } from './channels.ts';

/** One line of a digest. */
export interface DigestLine {
  readonly text: string;
  /** Whose duties it is about, and in which period; or whose opinion or request. */
  readonly about?: {
    readonly organisation: OrganisationId;
    readonly period?: string;
    readonly opinion?: string;
    readonly enquiry?: string;
    readonly topic?: string;
    readonly followup?: string;
    readonly case?: string;
    readonly decision?: string;
    readonly campaign?: string;
    readonly circular?: string;
    /** In whose record it stands, where that is somebody else. */
    readonly of?: OrganisationId;
    /** Month of the list of what was asked for and never disclosed. */
    readonly unmet?: string;
  };
  /** The one duty that it is about and that still has to be met. */
  readonly duty?: string;
}

/** Late before soon, and what is over last. */
const URGENCY = ['escalated', 'overdue', 'due-soon', 'met', 'waived'] as const;

/** `逾期3项，即将到期2项`. */
export function headlineOf(alerts: readonly Alert[]): string {
  const counts = countsOf(standing(alerts));
  const others = alerts.filter((alert) => !isDutyAlert(alert)).length;
  return [...counts, ...(others > 0 ? [`其他${others}项`] : [])].join('，');
}

/**
 * What the digest says: of the organisation's own duties a line each, of everybody else a line for each organisation,
 * so that three hundred schools are three hundred lines and not ten thousand.
 *
 * @param within true in the system itself; outside it nothing is said of what happened, since that may be for the Party
 */
export function linesOf(
  alerts: readonly Alert[],
  organisation: OrganisationId,
  within: boolean,
): readonly DigestLine[] {
  const duties = standing(alerts);
  const own = duties.filter((alert) => alert.organisation.id === organisation);
  const others = Map.groupBy(
    duties.filter((alert) => alert.organisation.id !== organisation),
    (alert) => alert.organisation.id,
  );
  return [
    ...alerts.flatMap((alert) => {
      if (isDutyAlert(alert)) return [];
      if (alert.kind === 'demand-unmet') return [unmetLine(alert, organisation)];
      return isOpinionNews(alert) ? [newsLine(alert)] : [{ text: plainText(alert) }];
    }),
    ...own.flatMap((alert) => alert.duties.map((duty) => ownLine(alert, duty, within))),
    ...[...others.values()].map(summaryLine),
  ];
}

/** Alerts on duties by urgency, without what is over by now. */
function standing(alerts: readonly Alert[]): readonly DutyAlert[] {
  const keyOf = (alert: DutyAlert, { id }: AlertedDuty) => `${alert.organisation.id} ${placeOf(alert)} ${id}`;
  const duties = alerts.filter(isDutyAlert);
  const over = new Set(
    duties.filter(({ kind }) => isOver(kind)).flatMap((alert) => alert.duties.map((d) => keyOf(alert, d))),
  );
  return duties
    .map((alert) =>
      isOver(alert.kind)
        ? alert
        : { ...alert, duties: alert.duties.filter((duty) => !over.has(keyOf(alert, duty))) },
    )
    .toSorted((a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind));
}

/** The ledger in which it stands, or what else it is. */
const placeOf = ({ period, matter }: DutyAlert): string => period ?? matter ?? '';

/** How many duties in each state; a duty of which two steps are told counts once. */
function countsOf(alerts: readonly DutyAlert[]): readonly string[] {
  const byState = Map.groupBy(alerts, stateOf);
  return [...byState].flatMap(([state, theirs]) => {
    const duties = new Set(
      theirs.flatMap((alert) =>
        alert.duties.map(({ id }) => `${alert.organisation.id} ${placeOf(alert)} ${id}`),
      ),
    );
    return duties.size > 0 ? [`${state}${duties.size}项`] : [];
  });
}

/** A matter that is over was answered or done, not disclosed. */
function stateOf({ kind, matter }: DutyAlert): string {
  if (matter === undefined || !isOver(kind)) return DUTY_ALERTS[kind];
  return kind === 'waived' ? TAKEN_BACK : MATTERS[matter].done;
}

/** What leads to a matter; to itself unless it says otherwise. */
const PLACES: Readonly<Partial<Record<Matter, keyof NonNullable<DigestLine['about']>>>> = {
  rectification: 'opinion',
  'case-appeal': 'case',
  'case-answer': 'case',
  'decision-result': 'decision',
};

function matterLine(alert: DutyAlert, matter: Matter, { id, name, due, of }: AlertedDuty): DigestLine {
  // A part of something stands under the id of the whole, and a point.
  const [whole = id] = id.split('.');
  const about = {
    organisation: alert.organisation.id,
    [PLACES[matter] ?? matter]: whole,
    ...(of !== undefined && { of }),
  };
  if (isOver(alert.kind)) return { text: `${stateOf(alert)}：${name}，不再提醒`, about };
  return { text: `${stateOf(alert)}：${name}，${MATTERS[matter].day}${chineseDay(due)}`, about };
}

function ownLine(alert: DutyAlert, alerted: AlertedDuty, within: boolean): DigestLine {
  const { kind, organisation, period, matter, bulletin } = alert;
  if (matter !== undefined) return matterLine(alert, matter, alerted);
  const { id, name, what, due } = alerted;
  const title = within && what !== undefined ? `${name}（${what}）` : name;
  const about = { organisation: organisation.id, ...(period !== undefined && { period }) };
  if (isOver(kind)) return { text: `${DUTY_ALERTS[kind]}：${title}，不再提醒`, about };
  const listed = bulletin ? '，已列入通报名单' : '';
  return { text: `${DUTY_ALERTS[kind]}：${title}，公开期限${chineseDay(due)}${listed}`, about, duty: id };
}

function summaryLine(alerts: readonly DutyAlert[]): DigestLine {
  const [first] = alerts as [DutyAlert];
  const period = alerts.find((alert) => alert.period !== undefined)?.period;
  const late = alerts.filter(({ kind }) => kind === 'overdue' || kind === 'escalated');
  const earliest = late.flatMap(({ duties }) => duties.map(({ due }) => due)).toSorted()[0];
  const since = earliest === undefined ? '' : `，最早期限${chineseDay(earliest)}`;
  const listed = late.some(({ bulletin }) => bulletin) ? '，列入通报名单' : '';
  return {
    text: `${first.organisation.name}：${countsOf(alerts).join('，')}${since}${listed}`,
    ...(period !== undefined && { about: { organisation: first.organisation.id, period } }),
  };
}

function newsLine({ kind, organisation, opinion, due }: OpinionNews): DigestLine {
  const by = due === undefined ? '' : `，${MATTERS.opinion.day}${chineseDay(due)}`;
  return { text: `${OPINION_NEWS[kind]}${by}`, about: { organisation: organisation.id, opinion } };
}

function unmetLine({ month, count }: UnmetAlert, organisation: OrganisationId): DigestLine {
  const [year, number] = month.split('-').map(Number);
  return {
    text: `${year}年${number}月有${count}项内容多次被申请而从未公开，请研究是否主动公开`,
    about: { organisation, unmet: month },
  };
}

function plainText(alert: Exclude<Alert, DutyAlert | OpinionNews | UnmetAlert>): string {
  if (alert.kind === 'holidays-missing') return alert.notice;
  if (isDisplayNews(alert)) return `公示屏“${alert.name}”（${alert.place}）${alert.says}`;
  const { day, to, channel, reason } = alert;
  return `${chineseDay(day)}给${to}的提醒未能通过${CHANNELS[channel]}送达：${SENDING_FAILURES[reason]}`;
}

/** `2026年11月22日`. */
const chineseDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

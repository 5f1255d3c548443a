import type { DutyId } from '../duty/duty.ts';
import type { PeriodName } from '../duty/period.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Channel, SendingFailure } from './channels.ts';
import type { DisplayNews } from './display-news.ts';

/** Who is told: somebody on the roster of the organisation in which the digest lies, or one of its group robots. */
export interface Addressee {
  readonly kind: 'person' | 'robot';
  readonly id: string;
}

/** What is said of duties. The last two tell those who were told before that it is over. */
export const DUTY_ALERTS = {
  'due-soon': '即将到期',
  overdue: '逾期',
  escalated: '逾期',
  met: '已公开',
  waived: '已获准免予公开',
} as const;
export type DutyAlertKind = keyof typeof DUTY_ALERTS;

export const isOver = (kind: DutyAlertKind): boolean => kind === 'met' || kind === 'waived';

/** What else is owed by a day and climbs the same ladder: how its day is called, and what is said once it is done. */
export const MATTERS = {
  opinion: { day: '答复期限', done: '已答复' },
  rectification: { day: '整改期限', done: '已整改' },
  enquiry: { day: '办理期限', done: '已办理' },
  topic: { day: '回应期限', done: '已回应' },
  followup: { day: '办理期限', done: '已办结' },
  'case-appeal': { day: '申诉期限', done: '已申诉' },
  'case-answer': { day: '申诉处理期限', done: '已处理申诉' },
  decision: { day: '落实期限', done: '已落实' },
  'decision-result': { day: '公示期限', done: '已公示' },
  circular: { day: '办理期限', done: '已办结' },
  campaign: { day: '阶段期限', done: '已完成' },
} as const;
export type Matter = keyof typeof MATTERS;

/** Said of a matter that was taken back. */
export const TAKEN_BACK = '已撤回';

export interface AlertedDuty {
  /** Of the duty in its ledger, or of the matter. */
  readonly id: DutyId;
  readonly due: Day;
  /** Name of the row or the matter. Left out for the superior, who is told how many there are and not which. */
  readonly name?: string;
  /** What happened. It may be for the Party only, so it is shown in the inbox and nowhere else. */
  readonly what?: string;
  /** In whose record it stands, where that is somebody else: a circular in that of whoever sent it. */
  readonly of?: OrganisationId;
}

export interface DutyAlert {
  readonly kind: DutyAlertKind;
  /** Whose duties they are. */
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  /** Of duties; absent for a matter, which stands in no ledger. */
  readonly period?: PeriodName;
  readonly matter?: Matter;
  /** Step of the ladder; for what is over, the highest one that had been spoken of. */
  readonly step: string;
  /** Named in the 通报 from this step on. */
  readonly bulletin?: true;
  readonly duties: readonly AlertedDuty[];
}

/** A digest of somebody else in the office's care that could not be sent. */
export interface UndeliveredAlert {
  readonly kind: 'undelivered';
  /** Its stream. */
  readonly digest: string;
  readonly day: Day;
  /** Name of the person or robot. */
  readonly to: string;
  readonly channel: Channel;
  readonly reason: SendingFailure;
}

/** The holidays of a year have to be entered. Said once a week. */
export interface HolidaysAlert {
  readonly kind: 'holidays-missing';
  readonly year: number;
  /** Monday of the week. */
  readonly week: Day;
  readonly notice: string;
}

/** What was asked for again and again in a month and has never been disclosed. Said once, after the month. */
export interface UnmetAlert {
  readonly kind: 'demand-unmet';
  /** `2026-11`. */
  readonly month: string;
  readonly count: number;
}

/** What is said of an opinion once and at once: to whoever has to act, and to those who follow it. */
export const OPINION_NEWS = {
  'opinion-assigned': '意见建议已交您办理',
  'opinion-raised': '意见建议已呈报您阅批',
  'opinion-answered': '您关注的意见建议已答复',
  'opinion-closed': '您关注的意见建议已办结',
} as const;

/** Says that something became of an opinion, and nothing of what it says. */
export interface OpinionNews {
  readonly kind: keyof typeof OPINION_NEWS;
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly opinion: string;
  /** When it happened: it may happen again. */
  readonly at: Instant;
  /** By when the person has to act. */
  readonly due?: Day;
}

export type Alert = DutyAlert | UndeliveredAlert | HolidaysAlert | UnmetAlert | OpinionNews | DisplayNews;

/** One alert on its way to one addressee. */
export interface Telling {
  /** In which the addressee is. */
  readonly organisation: OrganisationId;
  readonly addressee: Addressee;
  /** When what it tells of happened. Decides on the day of the digest. */
  readonly at: Instant;
  readonly alert: Alert;
}

export const isDutyAlert = (alert: Alert): alert is DutyAlert => 'duties' in alert;
export const isDisplayNews = (alert: Alert): alert is DisplayNews => 'display' in alert;
export const isOpinionNews = (alert: Alert): alert is OpinionNews => 'opinion' in alert;

/** Whom it concerns: those whose things it is about, beside whom it is told to. */
export const isAbout = (alert: Alert): OrganisationId | undefined =>
  isDutyAlert(alert) || isOpinionNews(alert) ? alert.organisation.id : undefined;

/** What the alert says that none of those already noted say; undefined when they say it all. */
export function newIn(alert: Alert, noted: readonly Alert[]): Alert | undefined {
  const known = new Set(noted.flatMap(keysOf));
  if (!isDutyAlert(alert)) return keysOf(alert).every((key) => known.has(key)) ? undefined : alert;
  const duties = alert.duties.filter((duty) => !known.has(keyOf(alert, duty)));
  return duties.length > 0 ? { ...alert, duties } : undefined;
}

function keysOf(alert: Alert): readonly string[] {
  if (isDutyAlert(alert)) return alert.duties.map((duty) => keyOf(alert, duty));
  if (isOpinionNews(alert)) return [`${alert.kind} ${alert.organisation.id} ${alert.opinion} ${alert.at}`];
  if (isDisplayNews(alert)) return [`${alert.kind} ${alert.display} ${alert.at}`];
  if (alert.kind === 'demand-unmet') return [`demand-unmet ${alert.month}`];
  return alert.kind === 'undelivered'
    ? [`undelivered ${alert.digest}`]
    : [`holidays-missing ${alert.year} ${alert.week}`];
}

/** A duty that was moved to another day climbs its ladder anew. */
const keyOf = ({ kind, organisation, period, matter, step }: DutyAlert, { id, due }: AlertedDuty): string =>
  `${kind} ${organisation.id} ${period ?? matter} ${id} ${due} ${step}`;

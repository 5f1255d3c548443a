import type { DutyId } from '../duty/duty.ts';
import type { PeriodName } from '../duty/period.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import type { Channel, SendingFailure } from './channels.ts';

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

export interface AlertedDuty {
  readonly id: DutyId;
  readonly due: Day;
  /** Name of the row. Left out for the superior, who is told how many there are and not which. */
  readonly name?: string;
  /** What happened. It may be for the Party only, so it is shown in the inbox and nowhere else. */
  readonly what?: string;
}

export interface DutyAlert {
  readonly kind: DutyAlertKind;
  /** Whose duties they are. */
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly period: PeriodName;
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

export type Alert = DutyAlert | UndeliveredAlert | HolidaysAlert;

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

/** What the alert says that none of those already noted say; undefined when they say it all. */
export function newIn(alert: Alert, noted: readonly Alert[]): Alert | undefined {
  const known = new Set(noted.flatMap(keysOf));
  if (!isDutyAlert(alert)) return keysOf(alert).every((key) => known.has(key)) ? undefined : alert;
  const duties = alert.duties.filter((duty) => !known.has(keyOf(alert, duty)));
  return duties.length > 0 ? { ...alert, duties } : undefined;
}

function keysOf(alert: Alert): readonly string[] {
  if (isDutyAlert(alert)) return alert.duties.map((duty) => keyOf(alert, duty));
  return alert.kind === 'undelivered'
    ? [`undelivered ${alert.digest}`]
    : [`holidays-missing ${alert.year} ${alert.week}`];
}

/** A duty that was moved to another day climbs its ladder anew. */
const keyOf = ({ kind, organisation, period, step }: DutyAlert, { id, due }: AlertedDuty): string =>
  `${kind} ${organisation.id} ${period} ${id} ${due} ${step}`;

import type { DueDate } from '../calendar/due-date.ts';
import { addDays, type Day, type Instant } from '../kernel/time.ts';

/** A row of the ledger: what is owed. `unit` is the whole organisation's "at least once a quarter" (QS-06). */
export const DUTY_KINDS = {
  periodic: '定期公开',
  reconfirm: '长期公开年度确认',
  occurrence: '即时公开',
  stage: '分期公开',
  summary: '总结性公开',
  unit: '每季度至少公开一次',
} as const;
export type DutyKind = keyof typeof DUTY_KINDS;

/** Unique in its ledger. A periodic duty has the id of its row; the organisation's own is {@link UNIT}. */
export type DutyId = string;
export const UNIT: DutyId = 'unit';

/** Why a duty need not be met. Open is the rule, so the list is closed. */
export const WAIVER_GROUNDS = {
  'nothing-to-disclose': '本期无此类事项（零报告）',
  'not-applicable': '本单位不适用',
  reorganisation: '机构调整',
  'force-majeure': '自然灾害等不可抗力',
  'superior-arrangement': '上级统一安排',
} as const;
export type WaiverGround = keyof typeof WAIVER_GROUNDS;

/** The disclosure that met a duty. */
export interface Met {
  readonly on: Day;
  /** Absent when it was of an earlier period, or a confirmation. */
  readonly item?: string;
}

export interface Duty {
  readonly id: DutyId;
  readonly kind: DutyKind;
  /** Absent for the organisation's own duty. */
  readonly row?: string;
  /** Disclosures from this day on count. */
  readonly from: Day;
  /** The last day in time. There is no duty without one. */
  readonly due: Day;
  /** What happened, for an occurrence; name of the stage, for a stage. */
  readonly what?: string;
  readonly item?: string;
  /** How the due day was computed, where it is not simply the end of the period. */
  readonly explanation?: DueDate['explanation'];
  readonly met?: Met;
  readonly waived?: {
    readonly ground: WaiverGround;
    readonly note: string;
    /** The last day on which it holds; without one it holds for good. */
    readonly until?: Day;
    readonly by: string;
    readonly at: Instant;
  };
  /** Index of the last step of the ladder that was spoken of; -1 before the first. */
  readonly step: number;
  readonly acknowledged?: { readonly by: string; readonly at: Instant };
  readonly snoozedUntil?: Day;
}

export const DUTY_STATUSES = {
  overdue: '逾期',
  'due-soon': '即将到期',
  open: '待公开',
  'met-late': '逾期补公开',
  met: '已按期公开',
  waived: '已批准免予公开',
  'not-applicable': '不适用',
} as const;
export type DutyStatus = keyof typeof DUTY_STATUSES;

/** Where the duty stands on a day. `soonFrom` is the day of the ladder's first step for its due day. */
export function statusOf(duty: Duty, today: Day, soonFrom: Day | undefined): DutyStatus {
  if (duty.met) return duty.met.on > lastDayOf(duty) ? 'met-late' : 'met';
  if (isExcused(duty, today)) return duty.waived?.ground === 'not-applicable' ? 'not-applicable' : 'waived';
  if (today > duty.due) return 'overdue';
  return soonFrom !== undefined && today >= soonFrom ? 'due-soon' : 'open';
}

/** The last day in time: a waiver that ends one day only puts the due day off to its end. */
export const lastDayOf = ({ due, waived }: Duty): Day =>
  waived?.until !== undefined && waived.until > due ? waived.until : due;

/** Excused without an end. */
export const isExcusedForGood = ({ waived }: Duty): boolean =>
  waived !== undefined && waived.until === undefined;

/** A waiver that has run out excuses nothing. */
export const isExcused = ({ waived }: Duty, today: Day): boolean =>
  waived !== undefined && (waived.until === undefined || today <= waived.until);

/** Somebody still has to do something about it. */
export const isOpen = (duty: Duty, today: Day): boolean => !duty.met && !isExcused(duty, today);

/** Follows the work of an item, not its row. */
export const isStaged = ({ kind }: Duty): boolean => kind === 'stage' || kind === 'summary';

/** Calendar days from one day to another; negative when that is the earlier one. */
export const daysBetween = (from: Day, until: Day): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);

/** Calendar days past the due day. */
export const daysLate = (due: Day, on: Day): number => Math.max(0, daysBetween(due, on));

/** The first day on which the waiver no longer holds; undefined without one, or when it holds for good. */
export const dayAfterWaiver = ({ waived }: Duty): Day | undefined =>
  waived?.until === undefined ? undefined : addDays(waived.until, 1);

import { type DueDate, dueAfter } from '../calendar/due-date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Day } from '../kernel/time.ts';

/** Why a date was reckoned, or reckoned anew. */
export const LEG_REASONS = {
  registered: '登记申请',
  clarified: '申请人补正后继续计时',
  resumed: '恢复计时',
  extended: '经领导小组同意延长',
  'to-disclose': '决定公开后予以公开',
  'look-again': '到期再次研究',
  complaint: '收到申诉',
  'complaint-upheld': '申诉成立，重新办理',
} as const;
export type LegReason = keyof typeof LEG_REASONS;

/** One reckoning of a date, kept as it was made: a calendar that changes later does not change what was promised. */
export interface Leg extends DueDate {
  readonly why: LegReason;
  /** Somebody is reminded when this day begins. */
  readonly remindOn: Day;
}

/** So many working days after the day, with the days that did not count. */
export function legOf(why: LegReason, from: Day, days: number, calendar: WorkingCalendar): Leg {
  const dueDate = dueAfter({ from, days, counting: 'working' }, calendar);
  return { why, ...dueDate, remindOn: calendar.addWorkdays(dueDate.due, -1) };
}

/** Working days that are left after a day. One at least, so that a clock never runs out the moment it goes on. */
export const daysLeft = (leg: Leg, on: Day, calendar: WorkingCalendar): number =>
  Math.max(1, calendar.workdaysBetween(on, leg.due));

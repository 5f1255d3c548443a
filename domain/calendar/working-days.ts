import { addDays, type Day } from '../kernel/time.ts';
import { announcedFor, hasNotice } from './notices.ts';
import { knowsMovableDays, statutoryHolidays } from './statutory.ts';

/** Days that the district has set by hand; they win over everything else. */
export type EditedDays = Readonly<Record<Day, { readonly working: boolean; readonly name: string }>>;

export interface DayKind {
  readonly working: boolean;
  /** `make-up` is a weekend day worked in exchange for a holiday (调休上班). */
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'edited';
  /** The holiday, also of a `make-up` day, or what the district calls an `edited` day; in Chinese. */
  readonly name?: string;
  /** True while the holidays of the year are not settled, so the day may still change: see {@link isSettled}. */
  readonly provisional: boolean;
}

export interface WorkingCalendar {
  dayKind(day: Day): DayKind;
  /** The day itself if it works, otherwise the next one that does. */
  nextWorkday(day: Day): Day;
  /** The `count`-th working day after the day, before it when negative; the day itself, working or not, for 0. */
  addWorkdays(day: Day, count: number): Day;
  /** Working days after `from`, up to and including `until`; the negative of it when `until` is the earlier one. */
  workdaysBetween(from: Day, until: Day): number;
}

/**
 * The working days as the State Council announced them and as the district edited them. For a year without a notice,
 * weekends and the statutory holidays are off and everything is provisional.
 */
export function calendarOf(edited: EditedDays): WorkingCalendar {
  // A quarter's duties ask for the same few days again and again, and to settle a year costs 13 look-ups.
  const known = new Map<Day, DayKind>();
  const dayKind = (day: Day): DayKind => {
    const kind = known.get(day) ?? kindOf(day, edited);
    known.set(day, kind);
    return kind;
  };
  const isWorking = (day: Day) => dayKind(day).working;

  const nextWorkday = (day: Day): Day => {
    let next = day;
    while (!isWorking(next)) next = addDays(next, 1);
    return next;
  };

  const addWorkdays = (day: Day, count: number): Day => {
    let reached = day;
    for (let left = Math.abs(count); left > 0; ) {
      reached = addDays(reached, Math.sign(count));
      if (isWorking(reached)) left--;
    }
    return reached;
  };

  const workdaysBetween = (from: Day, until: Day): number => {
    // Not the unary minus, which would make -0 of no days.
    if (until < from) return 0 - workdaysBetween(until, from);
    return daysAfter(from, until).filter(isWorking).length;
  };

  return { dayKind, nextWorkday, addWorkdays, workdaysBetween };
}

/**
 * True when nothing is open about the working days of the year: its notice is known, or the district has entered every
 * statutory holiday of it, as one does who enters a notice.
 */
export function isSettled(year: string, edited: EditedDays): boolean {
  if (hasNotice(year)) return true;
  return (
    knowsMovableDays(year) &&
    [...statutoryHolidays(year).keys()].every((day) => edited[day]?.working === false)
  );
}

/** Every day after `from`, up to and including `until`. */
export function daysAfter(from: Day, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

function kindOf(day: Day, edited: EditedDays): DayKind {
  const byHand = edited[day];
  if (byHand) return { ...byHand, reason: 'edited', provisional: false };

  const announced = announcedFor(day);
  if (announced)
    return { ...announced, reason: announced.working ? 'make-up' : 'holiday', provisional: false };

  const year = day.slice(0, 4);
  const provisional = !isSettled(year, edited);
  const holiday = statutoryHolidays(year).get(day);
  if (holiday) return { working: false, reason: 'holiday', name: holiday, provisional };
  return isWeekend(day)
    ? { working: false, reason: 'weekend', provisional }
    : { working: true, reason: 'weekday', provisional };
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

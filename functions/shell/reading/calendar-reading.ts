import { type NextYearNotice, needsNextYearNotice } from '../../../domain/calendar/next-year.ts';
import { STATUTORY_HORIZON } from '../../../domain/calendar/notices.ts';
import { CALENDAR_ID, calendarHistory } from '../../../domain/calendar/state.ts';
import { isVacation, type Term } from '../../../domain/calendar/terms.ts';
import { calendarOf, type DayKind, daysAfter, isSettled } from '../../../domain/calendar/working-days.ts';
import type { OrgScope } from '../../../domain/kernel/scope.ts';
import { addDays, type Day, dayOf, type Instant } from '../../../domain/kernel/time.ts';
import type { Aggregates } from '../aggregates.ts';

export interface CalendarDay extends DayKind {
  readonly day: Day;
  /** Between two school terms. */
  readonly vacation: boolean;
}

/** The calendar of a year that the district works by. */
export interface CalendarReading {
  readonly year: number;
  readonly streamVersion: number;
  /** Grows with each change; explanations of due dates name it. */
  readonly edition: number;
  /** Last day that the State Council's notices cover. */
  readonly horizon: Day;
  /** False while the holidays of the year may still change, so that its days are provisional. */
  readonly settled: boolean;
  readonly days: readonly CalendarDay[];
  readonly terms: readonly Term[];
  /** Holidays of a year that the office still has to enter. */
  readonly warning: NextYearNotice | undefined;
}

/** @param scope of the district, which alone has a calendar */
export async function calendarReading(
  aggregates: Aggregates,
  scope: OrgScope,
  now: Instant,
  year = Number(dayOf(now).slice(0, 4)),
): Promise<CalendarReading> {
  const stream = scope.stream('CALENDAR', CALENDAR_ID);
  const { state, version } = await aggregates.load(stream, calendarHistory);
  const { edited, terms, edition } = state;
  // Made for this answer: one that is kept would remember every year that anybody ever asks for.
  const calendar = calendarOf(edited);
  return {
    year,
    streamVersion: version,
    edition,
    horizon: STATUTORY_HORIZON,
    settled: isSettled(String(year), edited),
    days: daysAfter(addDays(`${year}-01-01`, -1), `${year}-12-31`).map((day) => ({
      day,
      ...calendar.dayKind(day),
      vacation: isVacation(day, terms),
    })),
    terms,
    warning: needsNextYearNotice(dayOf(now), edited),
  };
}

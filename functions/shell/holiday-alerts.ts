import type { HolidaysAlert, Telling } from '../../domain/alert/alert.ts';
import { noticeOf } from '../../domain/alert/reporting.ts';
import { needsNextYearNotice } from '../../domain/calendar/next-year.ts';
import { OrgScope } from '../../domain/kernel/scope.ts';
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../domain/kernel/time.ts';
import type { AlertSources } from './alerts.ts';
import { Calendars } from './calendars.ts';
import { Tenancy } from './tenancy.ts';

/** Who is to hear that the holidays of a year still have to be entered: the district's office, once a week. */
export async function tellingsOfHolidays(
  { aggregates, district }: AlertSources,
  now: Instant,
): Promise<readonly Telling[]> {
  const [organisation, { state }] = await Promise.all([
    new Tenancy(aggregates).find(new OrgScope(district)),
    new Calendars(aggregates, district).current(),
  ]);
  const notice = needsNextYearNotice(dayOf(now), state.edited);
  if (!notice || !organisation) return [];
  const week = mondayOf(dayOf(now));
  const alert: HolidaysAlert = {
    kind: 'holidays-missing',
    year: notice.year,
    week,
    notice: notice.provisionalNotice,
  };
  return noticeOf({ id: district, organisation }, alert, startOfDay(week));
}

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

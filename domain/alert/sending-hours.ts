import type { WorkingCalendar } from '../calendar/working-days.ts';
import { addDays, type Day, dayOf, epochOf, type Instant, instantOf, startOfDay } from '../kernel/time.ts';

const HOUR_MS = 3_600_000;

/** Digests go out at nine; from eight in the evening on nobody is disturbed, and never on a day off. */
const FIRST_HOUR = 9;
const QUIET_HOUR = 20;

const hourOf = (day: Day, hour: number): Instant => instantOf(epochOf(startOfDay(day)) + hour * HOUR_MS);

/** When the digest of a day goes out. */
export const sendingTime = (day: Day): Instant => hourOf(day, FIRST_HOUR);

/** Day of the digest into which something belongs that happened then: the next one that goes out on a working day. */
export function digestDay(at: Instant, calendar: WorkingCalendar): Day {
  const day = dayOf(at);
  return calendar.nextWorkday(at < sendingTime(day) ? day : addDays(day, 1));
}

/** The first instant from then on at which people may be disturbed. */
export function nextSendingTime(at: Instant, calendar: WorkingCalendar): Instant {
  const day = dayOf(at);
  const isDaytime = at >= sendingTime(day) && at < hourOf(day, QUIET_HOUR);
  if (isDaytime && calendar.dayKind(day).working) return at;
  return sendingTime(digestDay(at, calendar));
}

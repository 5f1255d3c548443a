import type { WorkingCalendar } from '../calendar/working-days.ts';
import { type Day, epochOf, type Instant, instantOf, startOfDay } from '../kernel/time.ts';
import type { Ladders } from './events.ts';
import { offsetOf } from './rules.ts';
import type { LadderStep } from './rules-schema.ts';
import type { Ledger } from './state.ts';

/** Alerts go out at half past eight in the morning, when a school office opens. */
const ALERT_OFFSET_MS = 8.5 * 3_600_000;

export const alertTime = (day: Day): Instant => instantOf(epochOf(startOfDay(day)) + ALERT_OFFSET_MS);

/** What a step says after the one that was spoken of before it: late is said first after the due day, then it goes higher. */
export function urgencyOf(step: string, before: string | undefined): 'due-soon' | 'overdue' | 'escalated' {
  if (offsetOf(step) <= 0) return 'due-soon';
  return before !== undefined && offsetOf(before) > 0 ? 'escalated' : 'overdue';
}

/**
 * The day of each step of the ladder for one due day. Steps count working days; the step of the due day itself falls
 * on the working day before, when nobody works on it, so that the last warning still comes in time.
 */
export function ladderDays(
  due: Day,
  ladder: readonly Pick<LadderStep, 'offset'>[],
  calendar: WorkingCalendar,
): readonly Day[] {
  const last = calendar.dayKind(due).working ? due : calendar.addWorkdays(due, -1);
  return ladder.map(({ offset }) => {
    if (offset === 0) return last;
    return calendar.addWorkdays(offset < 0 ? last : due, offset);
  });
}

/**
 * The ladders that a ledger lacks for the due days. It keeps the steps that its period was opened with, and the days
 * it has laid out, so that no step is numbered anew after it was spoken of.
 */
export function ladderFor(
  dues: readonly Day[],
  { steps, ladders }: Pick<Ledger, 'steps' | 'ladders'>,
  calendar: WorkingCalendar,
): Ladders {
  const ladder = steps.map((step) => ({ offset: offsetOf(step) }));
  const missing = [...new Set(dues)].filter((due) => !ladders[due]);
  return Object.fromEntries(missing.map((due) => [due, ladderDays(due, ladder, calendar)]));
}

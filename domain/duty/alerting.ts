import { type Day, dayOf, endOfDay, type Instant } from '../kernel/time.ts';
import type { TimePassed } from './commands.ts';
import { type Duty, type DutyStatus, dayAfterWaiver, isExcusedForGood, statusOf } from './duty.ts';
import type { LedgerEvent } from './events.ts';
import { alertTime, urgencyOf } from './ladder.ts';
import { offsetOf } from './rules.ts';
import { dayAfter, type Ledger, openDuties } from './state.ts';

/**
 * What the ledger has to say at an instant: for each open duty the highest step that its ladder has reached and that
 * was not spoken of yet. So each step is spoken of at most once, and after an outage only the highest one is. On a day
 * off it says nothing until the next working day.
 */
export function passTime({ now, facts }: TimePassed, ledger: Ledger): readonly LedgerEvent[] {
  const today = dayOf(now);
  const closing = closes(ledger, now) ? [closed(ledger)] : [];
  const reached = openDuties(ledger, today).flatMap((duty) => {
    const step = stepReached(duty, ledger, now);
    return step > duty.step ? [{ duty, step }] : [];
  });
  if (reached.length === 0) return closing;
  if (!facts.calendar.dayKind(today).working) {
    const until = facts.calendar.nextWorkday(today);
    return [...closing, { type: 'AlertsPostponed', data: { until } }];
  }
  const spoken = Map.groupBy(
    reached,
    ({ duty, step }) => `${typeOf(duty, step, ledger)} ${ledger.steps[step]}`,
  );
  const alerts = [...spoken].map(([key, told]): LedgerEvent => {
    const [type, step] = key.split(' ') as [AlertType, string];
    return { type, data: { step, duties: told.map(({ duty }) => duty.id) } };
  });
  return [...closing, ...alerts];
}

/** When the ledger next has something to say, or its period to close: at that instant `TimePassed` is never in vain. */
export function nextDue(ledger: Ledger | undefined): Instant | undefined {
  if (!ledger) return undefined;
  const waits = Object.values(ledger.duties).flatMap((duty) =>
    isSilent(duty) ? [] : timesLeft(duty, ledger),
  );
  const close = ledger.closed ? [] : [endOfDay(ledger.period.until)];
  return [...waits, ...close].toSorted()[0];
}

const isSilent = (duty: Duty): boolean => duty.met !== undefined || isExcusedForGood(duty);

const timesLeft = (duty: Duty, ledger: Ledger): readonly Instant[] =>
  stepTimes(duty, ledger).slice(duty.step + 1);

/** Index of the last step whose time has come; that of the last one spoken of when none has. */
const stepReached = (duty: Duty, ledger: Ledger, now: Instant): number =>
  Math.max(
    duty.step,
    stepTimes(duty, ledger).findLastIndex((time) => time <= now),
  );

/** When each step is spoken of: on its day, or when whatever puts it off is over. */
function stepTimes(duty: Duty, { ladders, steps, postponedUntil }: Ledger): readonly Instant[] {
  const putOff = [postponedUntil, dayAfterWaiver(duty)];
  return (ladders[duty.due] ?? []).map((day, index) => {
    const isEarly = offsetOf(steps[index] ?? 'T') < 0;
    return alertTime(latest([day, ...putOff, isEarly ? duty.snoozedUntil : undefined]));
  });
}

const latest = ([first, ...others]: readonly [Day, ...(Day | undefined)[]]): Day =>
  others.reduce<Day>((last, day) => (day !== undefined && day > last ? day : last), first);

const TYPES = { 'due-soon': 'DutyDueSoon', overdue: 'DutyOverdue', escalated: 'DutyEscalated' } as const;
type AlertType = (typeof TYPES)[keyof typeof TYPES];

const typeOf = (duty: Duty, step: number, { steps }: Ledger): AlertType =>
  TYPES[urgencyOf(steps[step] ?? 'T', duty.step >= 0 ? steps[duty.step] : undefined)];

const closes = (ledger: Ledger, now: Instant): boolean =>
  !ledger.closed && now >= endOfDay(ledger.period.until);

/** How the period ended, however late it is closed; what is met or excused later does not change this. */
function closed(ledger: Ledger): LedgerEvent {
  const today = dayAfter(ledger);
  const duties = Object.values(ledger.duties).map((duty) => atEnd(duty, ledger));
  const count = (...statuses: readonly DutyStatus[]) =>
    duties.filter((duty) => statuses.includes(statusOf(duty, today, undefined))).length;
  return {
    type: 'PeriodClosed',
    data: {
      met: count('met'),
      metLate: count('met-late'),
      waived: count('waived', 'not-applicable'),
      overdue: count('overdue'),
    },
  };
}

/** The duty as it was when the last day of the period was over. */
function atEnd({ met, waived, ...duty }: Duty, { period }: Ledger): Duty {
  return {
    ...duty,
    ...(met && met.on <= period.until && { met }),
    ...(waived && waived.at < endOfDay(period.until) && { waived }),
  };
}

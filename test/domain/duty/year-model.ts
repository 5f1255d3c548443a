import type { WorkingCalendar } from '../../../domain/calendar/working-days.ts';
import { addDays, type Day } from '../../../domain/kernel/time.ts';
import { type Act, heldOn, LAST, type Year } from './years.ts';

/** One thing owed, found without any code of the engine: by going through rows, quarters and days one by one. */
export interface Owed {
  readonly quarter: string;
  readonly id: string;
  readonly from: Day;
  readonly due: Day;
  /** When the ledgers could know of it. */
  readonly arose: Day;
  /** Disclosures that could meet it: the day held, and the day on which it was heard of. */
  readonly shown: readonly { readonly on: Day; readonly heard: Day }[];
}

export interface Quarter {
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  /** First day of its half-year, for the second quarter of one. */
  readonly half?: Day;
}

export const QUARTERS: readonly Quarter[] = [
  { name: '2026Q1', from: '2026-01-01', until: '2026-03-31' },
  { name: '2026Q2', from: '2026-04-01', until: '2026-06-30', half: '2026-01-01' },
  { name: '2026Q3', from: '2026-07-01', until: '2026-09-30' },
  { name: '2026Q4', from: '2026-10-01', until: '2026-12-31', half: '2026-07-01' },
  { name: '2027Q1', from: '2027-01-01', until: '2027-03-31' },
  { name: '2027Q2', from: '2027-04-01', until: '2027-06-30', half: '2027-01-01' },
];

/** Everything owed by rows and by the organisation, in all quarters. */
export function owedBy({ rows, rules, since, acts }: Year): readonly Owed[] {
  const owed: Owed[] = [];
  const shown = (row?: string) =>
    acts
      .filter((act) => act.kind === 'disclose' && (row === undefined || act.row === row))
      .map((act) => ({ on: heldOn(act, since), heard: act.day }));
  const confirmations = new Map<string, number>();
  for (const [index, { name: quarter, from, until, half }] of QUARTERS.entries()) {
    if (until < since || addDays(since, rules.joiningDays) > addDays(until, 1)) continue;
    const arose = from < since ? since : from;
    owed.push({ quarter, id: 'unit', from, due: until, arose, shown: shown() });
    for (const { id, timing } of rows) {
      const common = { quarter, id, due: until, arose, shown: shown(id) };
      if (timing === 'standing') {
        const first = confirmations.get(id) ?? index;
        confirmations.set(id, first);
        if ((index - first) % 4 === 0) owed.push({ ...common, from: addDays(until, -92) });
      }
      if (timing === 'periodic') {
        const isHalfYearly = (rules.rowCadence[id] ?? rules.cadence) === 'half-year';
        if (!isHalfYearly) owed.push({ ...common, from });
        else if (half !== undefined) owed.push({ ...common, from: half });
      }
    }
  }
  return owed.filter(({ arose }) => arose <= LAST);
}

/** The first disclosure that counts, of those heard of by the day. */
export const firstShown = ({ shown, from }: Owed, day: Day): Day | undefined =>
  shown
    .filter(({ on, heard }) => on >= from && heard <= day)
    .map(({ on }) => on)
    .toSorted()[0];

/** Occurrences of one quarter, each with the day on which it was answered: the oldest one waiting gets the next disclosure. */
export function occurrencesIn(quarter: Quarter, year: Year, done: readonly Act[]) {
  const known: { readonly row: string; readonly happened: Day; readonly due: Day; met?: Day }[] = [];
  for (const act of done) {
    const { row, day, kind, span, flag } = act;
    if (kind === 'occur' && day >= quarter.from && day <= quarter.until) {
      const happened = addDays(day, -(span % 5));
      const { days, counting } = flag ? year.rules.result : year.rules.prompt;
      const due = counting === 'calendar' ? addDays(happened, days) : workday(happened, days, year.planned);
      known.push({ row, happened, due });
    }
    if (kind === 'disclose') {
      const on = heldOn(act, year.since);
      const oldest = known
        .filter((each) => each.row === row && each.met === undefined && each.happened <= on)
        .toSorted((a, b) => a.happened.localeCompare(b.happened))[0];
      if (oldest) oldest.met = on;
    }
  }
  return known;
}

/** The `count`-th working day after the day, or before it, by counting on one's fingers. */
export function workday(day: Day, count: number, calendar: WorkingCalendar): Day {
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, count < 0 ? -1 : 1);
    if (calendar.dayKind(reached).working) left -= 1;
  }
  return reached;
}

/** The day of a step of the ladder: working days before the due day, or the last one up to it, or after it. */
export function stepDay(due: Day, offset: number, calendar: WorkingCalendar): Day {
  if (offset > 0) return workday(due, offset, calendar);
  const last = calendar.dayKind(due).working ? due : workday(due, -1, calendar);
  return workday(last, offset, calendar);
}

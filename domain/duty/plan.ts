import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { CatalogueRow } from '../catalogue/row.ts';
import { addDays, type Day } from '../kernel/time.ts';
import { type DutyId, daysBetween, isExcusedForGood, UNIT } from './duty.ts';
import type { Additions, DutyGroup, Editions, PeriodOpenedData } from './events.ts';
import { ladderFor } from './ladder.ts';
import { halfYearEndingWith, type Period, type PeriodName } from './period.ts';
import { cadenceOf, stepName } from './rules.ts';
import type { DutyRules } from './rules-schema.ts';
import type { Ledger } from './state.ts';

/** What the shell knows when a period is opened or its rows change. */
export interface PlanFacts {
  /** Rows in force. */
  readonly rows: readonly Pick<CatalogueRow, 'id' | 'timing'>[];
  readonly rules: DutyRules;
  readonly calendar: WorkingCalendar;
  readonly editions: Editions;
  /** The day on which the organisation joined. */
  readonly since: Day;
  /** The ledger of the quarter before, when there is one. */
  readonly previous?: Ledger | undefined;
  /** The organisation is suspended or closed: it owes nothing new. */
  readonly resting?: boolean;
  /** Of the arrears that it names, those in which nothing is owed any more. */
  readonly settled?: readonly PeriodName[];
}

/** A yearly confirmation may come this many days early and still be this year's. */
const EARLY_DAYS = 92;

/**
 * What the organisation owes in the period: one duty for each periodic row whose quarter or half-year ends with it,
 * one for each standing row whose yearly confirmation falls into it, and the organisation's own. Due days follow from
 * the period and from earlier due days, never from when somebody got round to it.
 */
export function openingOf(period: Period, facts: PlanFacts): PeriodOpenedData {
  const { rules, calendar, previous, editions, since } = facts;
  const planned = planRows(period, facts, () => since);
  const unit: DutyGroup[] = beginsHere(period, rules, since)
    ? [{ kind: 'unit', from: period.from, due: period.until, ids: [UNIT] }]
    : [];
  const groups = facts.resting ? [] : [...planned.groups, ...unit];
  const steps = rules.ladder.map(({ offset }) => stepName(offset));
  return {
    period: period.name,
    steps,
    editions,
    groups,
    ladders: ladderFor(duesOf(groups), { steps, ladders: {} }, calendar),
    ...metBefore(groups, previous?.last ?? {}),
    last: Object.fromEntries(
      Object.entries(previous?.last ?? {}).map(([row, on]) => [row, daysBetween(on, period.from)]),
    ),
    anchors: planned.anchors,
    recent: (previous?.recent ?? []).map((on) => daysBetween(on, period.from)),
    arrears: arrearsAfter(previous, facts.settled),
    ...(previous && previous.channels.length > 0 && { channels: previous.channels }),
  };
}

/** The duties of rows that joined the catalogue, or changed their timing, after the period was opened. */
export function additionsTo(ledger: Ledger, facts: PlanFacts, on: Day): Additions {
  const { period, anchors: known } = ledger;
  const rows = facts.rows.filter(
    ({ id, timing }) => !ledger.duties[id] && !(timing === 'standing' && known[id] !== undefined),
  );
  // Whoever takes a row out and puts it back owes what was owed before.
  const since = (row: string) => (ledger.dropped.includes(row) ? period.from : on);
  const { groups, anchors } = planRows(period, { ...facts, rows, previous: ledger }, since);
  const ladders = ladderFor(duesOf(groups), ledger, facts.calendar);
  return { groups, ladders, anchors, ...metBefore(groups, ledger.last) };
}

function planRows(
  period: Period,
  { rows, rules, previous }: PlanFacts,
  /** When a row began to be owed; a ledger that is opened late, after an outage, owes as much as one opened in time. */
  since: (row: string) => Day,
): { readonly groups: readonly DutyGroup[]; readonly anchors: Record<string, Day> } {
  const owed = rows.filter(({ id }) => beginsHere(period, rules, since(id)));
  const halfYear = halfYearEndingWith(period);
  const periodic = owed.filter(({ timing }) => timing === 'periodic').map(({ id }) => id);
  const quarterly = periodic.filter((id) => cadenceOf(rules, id) === 'quarter');
  const halfYearly =
    halfYear === undefined ? [] : periodic.filter((id) => cadenceOf(rules, id) === 'half-year');
  const anchors: Record<string, Day> = {};
  const confirmations: DutyGroup[] = [];
  for (const { id } of owed.filter(({ timing }) => timing === 'standing')) {
    const due = previous?.anchors[id] ?? period.until;
    const isNow = due <= period.until;
    anchors[id] = isNow ? yearAfter(due) : due;
    if (isNow) confirmations.push({ kind: 'reconfirm', from: addDays(due, -EARLY_DAYS), due, ids: [id] });
  }
  const groups: DutyGroup[] = [
    { kind: 'periodic', from: period.from, due: period.until, ids: quarterly },
    { kind: 'periodic', from: halfYear ?? period.from, due: period.until, ids: halfYearly },
    ...joined(confirmations),
  ];
  return { groups: groups.filter(({ ids }) => ids.length > 0), anchors };
}

/** Whoever joins when little is left of the quarter owes nothing for it. */
const beginsHere = (period: Period, rules: DutyRules, since: Day): boolean =>
  addDays(since, rules.joiningDays) <= addDays(period.until, 1);

/** Groups with the same days become one. */
function joined(groups: readonly DutyGroup[]): readonly DutyGroup[] {
  const byDue = Map.groupBy(groups, ({ due }) => due);
  return [...byDue.values()].map(([first, ...others]) => ({
    ...(first as DutyGroup),
    ids: [first as DutyGroup, ...others].flatMap(({ ids }) => ids),
  }));
}

const duesOf = (groups: readonly DutyGroup[]): readonly Day[] => groups.map(({ due }) => due);

function metBefore(
  groups: readonly DutyGroup[],
  last: Readonly<Record<string, Day>>,
): { readonly met?: Readonly<Record<DutyId, Day>> } {
  const met = groups.flatMap(({ from, ids }) =>
    ids.flatMap((id) => {
      const on = last[id];
      return on !== undefined && on >= from ? [[id, on] as const] : [];
    }),
  );
  return met.length === 0 ? {} : { met: Object.fromEntries(met) };
}

/** A waiver that ends one day leaves the duty to be met after it. */
function arrearsAfter(
  previous: Ledger | undefined,
  settled: readonly PeriodName[] = [],
): readonly PeriodName[] {
  if (!previous) return [];
  const older = previous.arrears.filter((name) => !settled.includes(name));
  return [...older, ...(owesStill(previous) ? [previous.period.name] : [])];
}

/** Something in it can still be met; what is excused until a day can. */
export const owesStill = ({ duties }: Ledger): boolean =>
  Object.values(duties).some((duty) => !duty.met && !isExcusedForGood(duty));

/** The same day a year later; the 29th of February becomes the 28th. */
function yearAfter(day: Day): Day {
  const [year, rest] = [Number(day.slice(0, 4)) + 1, day.slice(4)];
  return rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`;
}

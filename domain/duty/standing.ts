import type { CatalogueRow } from '../catalogue/row.ts';
import type { Day } from '../kernel/time.ts';
import { DUTY_KINDS, type Duty, type DutyId, isExcusedForGood, lastDayOf, UNIT } from './duty.ts';
import type { PeriodName } from './period.ts';
import { median, regularityOf } from './regularity.ts';
import { type Ledger, soonFrom } from './state.ts';

/** Duties of one class of rows: how many are done, and those that wait, by due day. */
export interface ClassStanding {
  readonly met: number;
  readonly late: number;
  readonly excused: number;
  /** By due day: ids of the duties in a ledger, their number in a tally. */
  readonly open: Readonly<Record<Day, readonly DutyId[] | number>>;
}

/**
 * How one organisation, or everybody under one superior, stands in a period: a few hundred bytes, so that three
 * hundred of them are one query. Nothing in it depends on the day on which it is read: the due days tell what is
 * overdue.
 */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly period: PeriodName;
  /** Organisations summed up here: 1 for a ledger. */
  readonly units: number;
  /** By the first level of the catalogue, in its order. */
  readonly classes: Readonly<Record<string, ClassStanding>>;
  /** First day on which open duties are due soon, by due day; of a tally the earliest of its units. */
  readonly soon: Readonly<Record<Day, Day>>;
  readonly disclosures: number;
  /** Disclosures in another form or to another audience than the row says. */
  readonly exceptions: number;
  /** Units that used the form in the period. */
  readonly forms: Readonly<Record<string, number>>;
  /** Units that have the carrier. */
  readonly channels: Readonly<Record<string, number>>;
  /** Units that disclosed nothing. */
  readonly silent: number;
  /** Units without any carrier. */
  readonly unreachable: number;
  /** See {@link regularityOf}; of a tally the mean. Absent while nobody has disclosed three times. */
  readonly regularity?: number;
  /** Units that {@link regularity} is the mean of; only in a tally. */
  readonly regularUnits?: number;
  /** Median hours from an opinion to its answer; of a tally the median of its parts. */
  readonly answerHours?: number;
  readonly lastOn?: Day;
}

export interface StandingFacts {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Pick<CatalogueRow, 'id' | 'level1'>[];
}

/** The standing of one organisation, from its ledger. */
export function standingOf(ledger: Ledger, { id, name, rows }: StandingFacts): Standing {
  const duties = Object.values(ledger.duties);
  const regularity = regularityOf(ledger.recent);
  const answerHours = median(ledger.answerHours);
  const lastOn = ledger.recent.at(-1);
  return {
    id,
    name,
    period: ledger.period.name,
    units: 1,
    classes: classesOf(duties, rows),
    soon: soonDays(ledger, duties),
    disclosures: ledger.disclosures,
    exceptions: ledger.exceptions,
    forms: countEach(ledger.forms),
    channels: countEach(ledger.channels),
    silent: ledger.disclosures === 0 ? 1 : 0,
    unreachable: ledger.channels.length === 0 ? 1 : 0,
    ...(regularity !== undefined && { regularity }),
    ...(answerHours !== undefined && { answerHours }),
    ...(lastOn !== undefined && { lastOn }),
  };
}

function classesOf(duties: readonly Duty[], rows: StandingFacts['rows']): Record<string, ClassStanding> {
  const classOf = new Map(rows.map((row) => [row.id, row.level1]));
  const nameOf = ({ id, row = '' }: Duty) => (id === UNIT ? DUTY_KINDS.unit : (classOf.get(row) ?? '其他'));
  const order = [...new Set(classOf.values())];
  const byClass = [...Map.groupBy(duties, nameOf)].toSorted(([a], [b]) => rank(order, a) - rank(order, b));
  return Object.fromEntries(byClass.map(([name, theirs]) => [name, classStanding(theirs)]));
}

const rank = (order: readonly string[], name: string): number =>
  order.includes(name) ? order.indexOf(name) : order.length;

function classStanding(duties: readonly Duty[]): ClassStanding {
  const met = duties.filter((duty) => duty.met);
  const late = met.filter((duty) => duty.met && duty.met.on > lastDayOf(duty)).length;
  const waiting = duties.filter(isWaiting);
  const open = Map.groupBy(waiting, lastDayOf);
  return {
    met: met.length - late,
    late,
    excused: duties.length - met.length - waiting.length,
    open: Object.fromEntries([...open].map(([due, theirs]) => [due, theirs.map(({ id }) => id)])),
  };
}

/** Neither met nor excused for good. */
const isWaiting = (duty: Duty): boolean => !duty.met && !isExcusedForGood(duty);

function soonDays(ledger: Ledger, duties: readonly Duty[]): Record<Day, Day> {
  return Object.fromEntries(
    duties.filter(isWaiting).flatMap((duty) => {
      const from = soonFrom(ledger, duty);
      return from === undefined ? [] : [[duty.due, from] as const];
    }),
  );
}

const countEach = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, 1]));

/** Numbers that people compare. */
export interface Counts {
  readonly total: number;
  readonly met: number;
  readonly late: number;
  readonly excused: number;
  readonly overdue: number;
  readonly soon: number;
  readonly open: number;
}

/** How duties stand on a day; `soon` are among neither `open` nor `overdue`. */
export function countsOn(today: Day, soon: Standing['soon'], classes: readonly ClassStanding[]): Counts {
  const sum = { total: 0, met: 0, late: 0, excused: 0, overdue: 0, soon: 0, open: 0 };
  for (const { met, late, excused, open } of classes) {
    sum.met += met;
    sum.late += late;
    sum.excused += excused;
    sum.total += met + late + excused;
    for (const [due, waiting] of Object.entries(open)) {
      const count = typeof waiting === 'number' ? waiting : waiting.length;
      const from = soon[due];
      sum.total += count;
      if (today > due) sum.overdue += count;
      else if (from !== undefined && today >= from) sum.soon += count;
      else sum.open += count;
    }
  }
  return sum;
}

/** Duties met in time, of those whose time has come and that nobody excused; undefined before any has come. */
export function onTimeRate({ met, late, overdue }: Counts): number | undefined {
  const decided = met + late + overdue;
  return decided === 0 ? undefined : met / decided;
}

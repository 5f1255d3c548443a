import type { WorkingCalendar } from '../../../domain/calendar/working-days.ts';
import { DUTY_KINDS, type DutyStatus } from '../../../domain/duty/duty.ts';
import { type PeriodName, periodNamed, quarterFrom } from '../../../domain/duty/period.ts';
import { type Counts, countsOn, onTimeRate } from '../../../domain/duty/standing.ts';
import { sumOf, type TrendPoint } from '../../../domain/duty/tally.ts';
import { addDays, type Day, type Instant } from '../../../domain/kernel/time.ts';
import type { PartStanding, PeriodView } from '../tallies.ts';
import { ageing, TRIAGE_STAGES, type TriageStage, type Waiting, waitingOf } from './duty-ageing.ts';
import {
  type Coverage,
  coverageOf,
  type Indicator,
  indicatorsOf,
  type Spread,
  spreadOf,
} from './duty-indicators.ts';

/** What the overview may be narrowed to. */
export interface OverviewFilter {
  readonly className?: string | undefined;
  readonly status?: OverviewStatus | undefined;
}

/** Statuses that a sum can tell; in order, the first one present leads. */
export const LEADING = [
  'overdue',
  'due-soon',
  'open',
  'met-late',
  'met',
  'waived',
] as const satisfies readonly DutyStatus[];
export type OverviewStatus = (typeof LEADING)[number];

/** One organisation, or everybody under one that is a superior itself. */
export interface UnitLine {
  readonly id: string;
  readonly name: string;
  readonly isSum: boolean;
  readonly units: number;
  /** As the classes of the overview; undefined where nothing of the class is owed. */
  readonly cells: readonly (Counts | undefined)[];
  readonly total: Counts;
  readonly rate: number | undefined;
  readonly regularity: number | undefined;
  /** Median hours from an opinion to its answer (JX-13). */
  readonly answerHours: number | undefined;
  readonly lastOn: Day | undefined;
  readonly waiting: readonly Waiting[];
}

export interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** How everybody under a superior stands, on a day. */
export interface Overview {
  readonly period: PeriodName;
  readonly today: Day;
  readonly units: number;
  readonly classes: readonly string[];
  readonly lines: readonly UnitLine[];
  /** Of the lines, class by class and in all: what the filter has left. */
  readonly columns: readonly Counts[];
  readonly listed: Counts;
  /** Of everybody. */
  readonly total: Counts;
  readonly rate: number | undefined;
  /** How the period before stands by its last sum; undefined when there is none. */
  readonly before: TrendPoint | undefined;
  /** Up to twelve periods, oldest first, this one last. */
  readonly trend: readonly TrendPoint[];
  /** When the sums of earlier periods were taken. */
  readonly trendAt: Instant | undefined;
  readonly ageing: Readonly<Record<TriageStage, number>>;
  /** Classes of which units have disclosed nothing: how many, of how many that owe something in it. */
  readonly blank: readonly { readonly name: string; readonly blank: number; readonly of: number }[];
  /** Units that have disclosed nothing for a quarter. */
  readonly stale: readonly (NamedUnit & { readonly lastOn: Day | undefined })[];
  readonly unreachable: readonly NamedUnit[];
  readonly coverage: readonly Coverage[];
  readonly spread: Spread | undefined;
  readonly indicators: readonly Indicator[];
  /** Every class there is, for the filter. */
  readonly allClasses: readonly string[];
}

/** A unit that has been silent for longer than the longest quarter is stale (ZH-11). */
const STALE_DAYS = 92;

/** The overview from what one query brought. */
export function overviewOf(
  { tally, parts }: PeriodView,
  period: PeriodName,
  today: Day,
  calendar: WorkingCalendar,
  { className, status }: OverviewFilter = {},
): Overview {
  const allClasses = [...new Set(parts.flatMap(({ standing }) => Object.keys(standing.classes)))];
  const classes = className === undefined ? allClasses : allClasses.filter((name) => name === className);
  const ageOf = ageing(today, calendar);
  const all = parts.map((part) => lineOf(part, classes, today, ageOf));
  const lines = all.filter(({ total }) => status === undefined || countOf(total, status) > 0);
  const total = addUp(all.map((line) => line.total));
  const standings = parts.map(({ standing }) => standing);
  const sum = sumOf(standings, { id: '', name: '', period });
  const earlier = tally?.trend ?? [];
  const own = parts.filter(({ isSum }) => !isSum).map(({ standing }) => standing);
  return {
    period,
    today,
    units: sum.units,
    classes,
    lines: lines.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
    columns: classes.map((_, column) => addUp(lines.flatMap(({ cells }) => cells[column] ?? []))),
    listed: addUp(lines.map((line) => line.total)),
    total,
    rate: onTimeRate(total),
    before: earlier.findLast((point) => point.period === quarterFrom(periodNamed(period), -1).name),
    trend: [...earlier, { period, units: sum.units, ...total }],
    trendAt: tally?.takenAt,
    ageing: agesOf(all),
    blank: blankOf(classes, all),
    stale: own
      .filter(({ lastOn }) => lastOn === undefined || lastOn < addDays(today, -STALE_DAYS))
      .map(({ id, name, lastOn }) => ({ id, name, lastOn })),
    unreachable: own.filter(({ unreachable }) => unreachable > 0).map(({ id, name }) => ({ id, name })),
    coverage: coverageOf(sum),
    spread: spreadOf(all),
    indicators: indicatorsOf(sum, total),
    allClasses,
  };
}

function lineOf(
  { standing, isSum }: PartStanding,
  classes: readonly string[],
  today: Day,
  ageOf: (due: Day) => number,
): UnitLine {
  const theirs = classes.map((name) => standing.classes[name]);
  const known = theirs.filter((each) => each !== undefined);
  const total = countsOn(today, standing.soon, known);
  const { id, name, units, regularity, answerHours, lastOn } = standing;
  return {
    id,
    name,
    isSum,
    units,
    cells: theirs.map((each) => each && countsOn(today, standing.soon, [each])),
    total,
    rate: onTimeRate(total),
    regularity,
    answerHours,
    lastOn,
    waiting: waitingOf(known, today, ageOf),
  };
}

export function countOf(counts: Counts, status: OverviewStatus): number {
  const { met, late, excused, overdue, soon, open } = counts;
  return { overdue, 'due-soon': soon, open, 'met-late': late, met, waived: excused }[status];
}

/** The status that a sum is marked by: the worst one in it. */
export const leadOf = (counts: Counts): OverviewStatus =>
  LEADING.find((status) => countOf(counts, status) > 0) ?? 'waived';

function addUp(all: readonly Counts[]): Counts {
  const sum = { total: 0, met: 0, late: 0, excused: 0, overdue: 0, soon: 0, open: 0 };
  for (const counts of all)
    for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name];
  return sum;
}

function agesOf(lines: readonly UnitLine[]): Record<TriageStage, number> {
  const waiting = lines.flatMap((line) => line.waiting);
  const countIn = (stage: TriageStage): number =>
    waiting.filter((each) => each.stage === stage).reduce((sum, { count }) => sum + count, 0);
  return Object.fromEntries(TRIAGE_STAGES.map((stage) => [stage, countIn(stage)])) as Record<
    TriageStage,
    number
  >;
}

function blankOf(classes: readonly string[], lines: readonly UnitLine[]): Overview['blank'] {
  const owed = classes
    .filter((name) => name !== DUTY_KINDS.unit)
    .map((name) => ({
      name,
      cells: lines
        .filter(({ isSum }) => !isSum)
        .flatMap(({ cells }) => cells[classes.indexOf(name)] ?? [])
        .filter(({ total, excused }) => total > excused),
    }));
  return owed
    .map(({ name, cells }) => ({
      name,
      blank: cells.filter(({ met, late }) => met + late === 0).length,
      of: cells.length,
    }))
    .filter(({ blank }) => blank > 0);
}

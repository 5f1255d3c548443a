import type { Command, Decider, DomainEvent } from '../kernel/decider.ts';
import { addDays, type Day, dayOf, epochOf, type Instant, instantOf, startOfDay } from '../kernel/time.ts';
import { type Period, type PeriodName, periodNamed } from './period.ts';
import { median } from './regularity.ts';
import type { ClassStanding, Counts, Standing } from './standing.ts';

/** How one earlier period ended, for the trend. */
export interface TrendPoint extends Counts {
  readonly period: PeriodName;
  readonly units: number;
}

/** Everybody under one superior, summed up: what a city sees of its districts without reading a school. */
export interface Tally {
  readonly period: Period;
  /** When the opening of the period had been handed out to all organisations; only the district's tally knows it. */
  readonly plannedAt?: Instant;
  readonly takenAt?: Instant;
  readonly standing?: Standing;
  /** Up to eleven earlier periods, oldest first. */
  readonly trend: readonly TrendPoint[];
}
export type TallyState = Tally | undefined;

export interface TallyFacts {
  readonly standing: Standing;
  readonly trend: readonly TrendPoint[];
}

export type TallyCommand =
  | Command<'BeginTally', { period: PeriodName }, undefined>
  | Command<'NotePlanned', { period: PeriodName; organisations: number }, undefined>
  | Command<'TimePassed', Record<never, never>, TallyFacts>;

export type TallyEvent =
  | DomainEvent<'TallyBegun', { period: PeriodName }>
  | DomainEvent<'OpeningPlanned', { organisations: number }>
  | DomainEvent<'PeriodTallied', TallyFacts>
  /** Nothing had changed: the next day is soon enough. */
  | DomainEvent<'TallyUnchanged', Record<never, never>>;

/** Sums are taken at six in the morning, before people look; and for a quarter after the end, since duties are met late. */
const HOUR_MS = 3_600_000;
const FOLLOW_DAYS = 92;

/** Id of the stream of a period: `ORG#<superior>#TALLY#2026q4`. */
export const tallyId = (period: PeriodName): string => period.toLowerCase();

export const tallyDecider: Decider<TallyCommand, TallyEvent, TallyState> = {
  initial: undefined,
  decide(command, state) {
    switch (command.type) {
      case 'BeginTally':
        return begin(command.data.period, state);
      case 'NotePlanned':
        return state?.plannedAt === undefined
          ? [...begin(command.data.period, state), planned(command.data.organisations)]
          : [];
      case 'TimePassed':
        return take(command, state);
    }
  },
  evolve(state, event, { at }) {
    switch (event.type) {
      case 'TallyBegun':
        return { period: periodNamed(event.data.period), trend: [] };
      case 'OpeningPlanned':
        return state && { ...state, plannedAt: at };
      case 'PeriodTallied':
        return state && { ...state, ...event.data, takenAt: at };
      case 'TallyUnchanged':
        return state && { ...state, takenAt: at };
    }
  },
  nextDue,
};

const begin = (period: PeriodName, state: TallyState): readonly TallyEvent[] =>
  state ? [] : [{ type: 'TallyBegun', data: { period } }];

const planned = (organisations: number): TallyEvent => ({ type: 'OpeningPlanned', data: { organisations } });

function take(
  { now, facts: { standing, trend } }: Extract<TallyCommand, { type: 'TimePassed' }>,
  state: TallyState,
): readonly TallyEvent[] {
  const due = nextDue(state);
  if (!state || due === undefined || due > now) return [];
  const isSame = JSON.stringify([standing, trend]) === JSON.stringify([state.standing, state.trend]);
  return [
    isSame ? { type: 'TallyUnchanged', data: {} } : { type: 'PeriodTallied', data: { standing, trend } },
  ];
}

function nextDue(state: TallyState): Instant | undefined {
  if (!state) return undefined;
  const { period, takenAt } = state;
  const day = takenAt === undefined ? period.from : addDays(dayOf(takenAt), 1);
  return day > addDays(period.until, FOLLOW_DAYS) ? undefined : morningOf(day);
}

const morningOf = (day: Day): Instant => instantOf(epochOf(startOfDay(day)) + 6 * HOUR_MS);

/** The sum of several standings: of ledgers, or of tallies below. */
export function sumOf(
  parts: readonly Standing[],
  { id, name, period }: Pick<Standing, 'id' | 'name' | 'period'>,
): Standing {
  const answerHours = median(parts.flatMap((part) => part.answerHours ?? []));
  const lastOn = parts
    .flatMap((part) => part.lastOn ?? [])
    .toSorted()
    .at(-1);
  return {
    id,
    name,
    period,
    units: total(parts, 'units'),
    classes: sumOfClasses(parts),
    soon: earliest(parts.map(({ soon }) => soon)),
    disclosures: total(parts, 'disclosures'),
    exceptions: total(parts, 'exceptions'),
    forms: sumOfCounts(parts.map(({ forms }) => forms)),
    channels: sumOfCounts(parts.map(({ channels }) => channels)),
    silent: total(parts, 'silent'),
    unreachable: total(parts, 'unreachable'),
    ...meanRegularity(parts),
    ...(answerHours !== undefined && { answerHours }),
    ...(lastOn !== undefined && { lastOn }),
  };
}

function sumOfClasses(parts: readonly Standing[]): Record<string, ClassStanding> {
  const names = [...new Set(parts.flatMap(({ classes }) => Object.keys(classes)))];
  return Object.fromEntries(
    names.map((name) => {
      const theirs = parts.flatMap(({ classes }) => classes[name] ?? []);
      const open = sumOfCounts(theirs.map(({ open }) => countEachDay(open)));
      return [
        name,
        { met: total(theirs, 'met'), late: total(theirs, 'late'), excused: total(theirs, 'excused'), open },
      ];
    }),
  );
}

const countEachDay = (open: ClassStanding['open']): Record<Day, number> =>
  Object.fromEntries(
    Object.entries(open).map(([due, ids]) => [due, typeof ids === 'number' ? ids : ids.length]),
  );

function sumOfCounts(parts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const part of parts)
    for (const [name, count] of Object.entries(part)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

const total = <Key extends string>(parts: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  parts.reduce((sum, part) => sum + part[key], 0);

/** Units may have ladders of their own, so one due day may be due soon from several days. */
function earliest(parts: readonly Standing['soon'][]): Record<Day, Day> {
  const soon: Record<Day, Day> = {};
  for (const [due, from] of parts.flatMap((part) => Object.entries(part))) {
    const known = soon[due];
    if (known === undefined || from < known) soon[due] = from;
  }
  return soon;
}

/** Each unit weighs the same, also when the parts are tallies. */
function meanRegularity(parts: readonly Standing[]): Pick<Standing, 'regularity' | 'regularUnits'> {
  const known = parts.flatMap(({ regularity, regularUnits = 1 }) =>
    regularity === undefined ? [] : [{ regularity, regularUnits }],
  );
  if (known.length === 0) return {};
  const regularUnits = total(known, 'regularUnits');
  const sum = known.reduce((before, part) => before + part.regularity * part.regularUnits, 0);
  return { regularity: Math.round((1000 * sum) / regularUnits) / 1000, regularUnits };
}

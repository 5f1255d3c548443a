import { addDays, type Day, dayOf, type Instant } from '../kernel/time.ts';

/** A quarter of the calendar year, `2026Q4`. As text it sorts in time order. */
export type PeriodName = string;

export interface Period {
  readonly name: PeriodName;
  readonly from: Day;
  /** The last day. */
  readonly until: Day;
}

const QUARTER = /^(\d{4})Q([1-4])$/;

/** @throws Error when the name is none: names come from our own record and routes, never from free text */
export function periodNamed(name: PeriodName): Period {
  const [, year, quarter] = QUARTER.exec(name) ?? [];
  if (year === undefined) throw new Error(`not a period: ${name}`);
  return quarterNumbered(Number(year) * 4 + Number(quarter) - 1);
}

export const isPeriodName = (text: string): text is PeriodName => QUARTER.test(text);

/** The quarter that holds the day. */
export function quarterOfDay(day: Day): Period {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return quarterNumbered(year * 4 + Math.floor((month - 1) / 3));
}

/** The quarter in which the instant falls, in Asia/Shanghai. */
export const quarterOf = (instant: Instant): Period => quarterOfDay(dayOf(instant));

/** The quarter `count` quarters later; earlier when negative. */
export function quarterFrom({ from }: Pick<Period, 'from'>, count: number): Period {
  const [year, month] = from.split('-').map(Number) as [number, number];
  return quarterNumbered(year * 4 + Math.floor((month - 1) / 3) + count);
}

/** First day of the half-year that ends with the quarter; undefined for quarters that end none. */
export function halfYearEndingWith(period: Period): Day | undefined {
  const isEnd = period.name.endsWith('Q2') || period.name.endsWith('Q4');
  return isEnd ? quarterFrom(period, -1).from : undefined;
}

/** How people write it: `2026年第四季度`. */
export function periodTitle(name: PeriodName): string {
  const [, year, quarter] = QUARTER.exec(name) ?? [];
  return `${year}年第${'一二三四'[Number(quarter) - 1]}季度`;
}

/** Quarters are counted from the year 0, so that sums need no calendar. */
function quarterNumbered(count: number): Period {
  const firstDay = (number: number): Day =>
    `${Math.floor(number / 4)}-${String((number % 4) * 3 + 1).padStart(2, '0')}-01`;
  return {
    name: `${Math.floor(count / 4)}Q${(count % 4) + 1}`,
    from: firstDay(count),
    until: addDays(firstDay(count + 1), -1),
  };
}

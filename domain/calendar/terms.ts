import type { Day } from '../kernel/time.ts';

/** A school term (学期); both days are in it. */
export interface Term {
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}

/** The term in which the day falls. */
export const termOf = (day: Day, terms: readonly Term[]): Term | undefined =>
  terms.find(({ from, until }) => from <= day && day <= until);

/**
 * True between two terms. Before the first and after the last nothing is known, so nothing is vacation there, and
 * without any terms no day is.
 */
export const isVacation = (day: Day, terms: readonly Term[]): boolean =>
  termOf(day, terms) === undefined &&
  terms.some(({ until }) => until < day) &&
  terms.some(({ from }) => day < from);

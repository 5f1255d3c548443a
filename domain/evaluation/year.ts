import type { Evidence } from './evidence.ts';
import { rounded, type Score } from './score.ts';

/** A quarter of the year, as it was scored. */
interface Quarter {
  readonly evidence: Pick<Evidence, 'period' | 'satisfaction'>;
  readonly score: Pick<Score, 'total'>;
}

/** What the record and those who were asked say of a year; absent where they say nothing. */
export interface YearFindings {
  /** Mean of the quarters' scores. */
  readonly record?: number;
  /** Mean satisfaction of the groups that may be shown, in the last quarter that had any, out of 100. */
  readonly masses?: number;
}

/** @param quarters of one year, the first one first */
export function yearFindings(quarters: readonly Quarter[]): YearFindings {
  const record = meanOf(quarters.flatMap(({ score }) => score.total ?? []));
  const asked = quarters.findLast(({ evidence }) => evidence.satisfaction.length > 0);
  const masses = meanOf((asked?.evidence.satisfaction ?? []).map(({ share }) => 100 * share));
  return { ...(record !== undefined && { record }), ...(masses !== undefined && { masses }) };
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length, 2);
}

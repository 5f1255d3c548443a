import type { Day } from '../kernel/time.ts';
import { daysLate } from './duty.ts';

/**
 * How evenly an organisation discloses (ZH-11: 抓一阵，停一阵): 1 when all gaps between days of disclosure are equal,
 * towards 0 when bursts and silences alternate. It is 1 / (1 + v²), v the coefficient of variation of the gaps.
 * Undefined with fewer than three days, which have no two gaps to compare.
 */
export function regularityOf(days: readonly Day[]): number | undefined {
  if (days.length < 3) return undefined;
  const gaps = days.slice(1).map((day, index) => daysLate(days[index] as Day, day));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  return Math.round((1000 * mean ** 2) / (mean ** 2 + variance)) / 1000;
}

/** The middle value, the mean of the two middle ones; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

import type { Statistics } from './commands.ts';
import { BREAKDOWN_NAMES, BREAKDOWNS, type Breakdown } from './vocabulary.ts';

/** The parts of a breakdown in their order, by name. */
export const partsOf = (
  statistics: Statistics,
  breakdown: Breakdown,
): readonly (readonly [string, number])[] =>
  Object.keys(BREAKDOWNS[breakdown].parts).map((part) => [
    part,
    (statistics[breakdown] as Readonly<Record<string, number>>)[part] ?? 0,
  ]);

/** Breakdowns whose parts do not add up to all members, with what they add up to. */
export const mismatches = (
  statistics: Statistics,
): readonly { readonly breakdown: Breakdown; readonly sum: number }[] =>
  BREAKDOWN_NAMES.map((breakdown) => ({
    breakdown,
    sum: partsOf(statistics, breakdown).reduce((total, [, count]) => total + count, 0),
  })).filter(({ sum }) => sum !== statistics.total);

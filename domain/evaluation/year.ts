import type { PeriodName } from '../duty/period.ts';
import { SUB_SCORES, type SubScore } from './criteria.ts';
import type { Evidence, SatisfactionFact } from './evidence.ts';
import { rounded, type Score } from './score.ts';
import type { Signal, SignalId } from './signals.ts';

/** A quarter of the year, as it was scored. */
interface Quarter {
  readonly evidence: Pick<Evidence, 'period' | 'satisfaction'>;
  readonly score: Pick<Score, 'parts' | 'total'>;
  readonly signals: readonly Pick<Signal, 'id' | 'state'>[];
}

/** A signal of a quarter. */
export interface QuarterSignal {
  readonly period: PeriodName;
  readonly signal: SignalId;
}

/** What is compared between units, as it was when the unit's year was spoken of last. */
export interface YearFigures {
  /** Means of the quarters' sub-scores. */
  readonly parts: Readonly<Partial<Record<SubScore, number>>>;
  /** Of the groups that may be shown, in the last quarter that had any. */
  readonly satisfaction: readonly Pick<SatisfactionFact, 'group' | 'share'>[];
  /** Those that were raised. */
  readonly signals: readonly QuarterSignal[];
}

/** What the record and those who were asked say of a year; absent where they say nothing. */
export interface YearFindings {
  /** Mean of the quarters' scores. */
  readonly record?: number;
  /** Mean satisfaction of the groups that may be shown, in the last quarter that had any, out of 100. */
  readonly masses?: number;
  readonly figures: YearFigures;
}

/** @param quarters of one year, the first one first */
export function yearFindings(quarters: readonly Quarter[]): YearFindings {
  const record = meanOf(quarters.flatMap(({ score }) => score.total ?? []));
  const asked = quarters.findLast(({ evidence }) => evidence.satisfaction.length > 0);
  const satisfaction = asked?.evidence.satisfaction ?? [];
  const masses = meanOf(satisfaction.map(({ share }) => 100 * share));
  const parts = (Object.keys(SUB_SCORES) as SubScore[]).flatMap((part) => {
    const mean = meanOf(quarters.flatMap(({ score }) => score.parts[part] ?? []));
    return mean === undefined ? [] : [[part, mean] as const];
  });
  const signals = quarters.flatMap(({ evidence: { period }, signals }) =>
    signals.filter(({ state }) => state === 'raised').map(({ id }) => ({ period, signal: id })),
  );
  return {
    ...(record !== undefined && { record }),
    ...(masses !== undefined && { masses }),
    figures: {
      parts: Object.fromEntries(parts),
      satisfaction: satisfaction.map(({ group, share }) => ({ group, share: rounded(share, 4) })),
      signals,
    },
  };
}

function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length, 2);
}

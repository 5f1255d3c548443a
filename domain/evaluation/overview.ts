import type { OrganisationId } from '../kernel/scope.ts';
import type { Group } from '../survey/vocabulary.ts';
import { type Assessment, isSettled } from './assessment/state.ts';
import type { SubScore } from './criteria.ts';
import { RATINGS, type Rating } from './rating.ts';
import { rounded } from './score.ts';
import type { QuarterSignal } from './year.ts';

/** How far the appraisal of a unit has come. */
export const UNIT_STAGES = {
  'self-awaited': '待自评',
  'verdict-awaited': '待评定',
  objected: '异议待答复',
  settled: '已评定',
} as const;
export type UnitStage = keyof typeof UNIT_STAGES;

/** One unit beside the others, in numbers that are all of its appraisal. */
export interface UnitStanding {
  readonly id: OrganisationId;
  readonly name: string;
  readonly stage: UnitStage;
  /** The figures by which units are compared, out of 100; absent where there was nothing to look at. */
  readonly figures: Readonly<Partial<Record<Figure, number>>>;
  readonly rating?: Rating;
  /** Raised, and not explained; absent while nobody has looked. */
  readonly signals?: readonly QuarterSignal[];
}

/** What can be compared: the sub-scores, satisfaction by group, and what the year came to. */
export const FIGURES = {
  content: '内容',
  procedure: '程序',
  method: '办法',
  effect: '效果',
  party: '党员满意度',
  masses: '群众满意度',
  society: '社会满意度',
  record: '全年记录得分',
  composite: '综合得分',
} as const satisfies Record<SubScore | Group | 'record' | 'composite', string>;
export type Figure = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as [Figure, ...Figure[]];

/** @param explained whether the superior accepted what the unit said of the signal */
export function standingOf(
  id: OrganisationId,
  name: string,
  assessment: Assessment | undefined,
  explained: (signal: QuarterSignal) => boolean,
): UnitStanding {
  const { figures, verdict } = assessment ?? {};
  const satisfaction = (figures?.satisfaction ?? []).map(
    ({ group, share }) => [group, rounded(100 * share, 2)] as const,
  );
  return {
    id,
    name,
    stage: stageOf(assessment),
    figures: {
      ...figures?.parts,
      ...Object.fromEntries(satisfaction),
      ...(verdict?.record !== undefined && { record: verdict.record }),
      ...(verdict && { composite: verdict.composite }),
    },
    ...(verdict && { rating: verdict.rating }),
    ...(figures && { signals: figures.signals.filter((signal) => !explained(signal)) }),
  };
}

function stageOf(assessment: Assessment | undefined): UnitStage {
  if (assessment?.verdict) return isSettled(assessment) ? 'settled' : 'objected';
  return assessment?.self ? 'verdict-awaited' : 'self-awaited';
}

/** By what units can be put in order; `round`: as they were named when the round was opened. */
export const SORTS = ['round', ...FIGURE_NAMES, 'signals'] as const;
export type Sort = (typeof SORTS)[number];
export const ORDERS = { falling: '从高到低', rising: '从低到高' } as const;
export type Order = keyof typeof ORDERS;

/** Whoever has not been rated yet can be asked for like a rating. */
export const RATED = { ...RATINGS, none: '未评定' } as const;
export type Rated = keyof typeof RATED;

export interface Choice {
  readonly sort?: Sort | undefined;
  /** Highest first where nothing else is said. */
  readonly order?: Order | undefined;
  readonly rating?: Rated | undefined;
  /** Only those with a signal that is open. */
  readonly signals?: 'open' | undefined;
}

/** A figure, or how many signals are open; undefined where nothing is known. */
export const measureOf = (
  { figures, signals }: Pick<UnitStanding, 'figures' | 'signals'>,
  by: Figure | 'signals',
): number | undefined => (by === 'signals' ? signals?.length : figures[by]);

/** Those that were asked for, in the order that was asked for; whoever has no such figure comes last in any. */
export function chosen(
  units: readonly UnitStanding[],
  { sort = 'round', order = 'falling', rating, signals }: Choice,
): readonly UnitStanding[] {
  const kept = units
    .filter((unit) => rating === undefined || (unit.rating ?? 'none') === rating)
    .filter((unit) => signals === undefined || (unit.signals?.length ?? 0) > 0);
  if (sort === 'round') return kept;
  const known = kept.filter((unit) => measureOf(unit, sort) !== undefined);
  const unknown = kept.filter((unit) => measureOf(unit, sort) === undefined);
  const sign = order === 'falling' ? -1 : 1;
  return [
    ...known.toSorted((a, b) => sign * ((measureOf(a, sort) ?? 0) - (measureOf(b, sort) ?? 0))),
    ...unknown,
  ];
}

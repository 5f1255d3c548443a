import { rounded } from './score.ts';
import type { Standard } from './standard/state.ts';

/** 达标 / 示范 (QD-05). */
export const RATINGS = { model: '示范', met: '达标', 'not-met': '未达标' } as const;
export type Rating = keyof typeof RATINGS;

/** The three inputs of the yearly appraisal (QS-04), each 0 to 100; absent where nobody gave it. */
export interface Inputs {
  /** 自评. */
  readonly self?: number;
  /** 群众评议: mean share of the satisfied, over the groups that may be shown. */
  readonly masses?: number;
  /** 上级党组织综合评议. */
  readonly superior: number;
}

export interface Appraisal {
  readonly composite: number;
  readonly rating: Rating;
}

/** The weighted mean of the inputs that there are, and what it makes of the unit. */
export function appraisalOf(inputs: Inputs, { inputs: weights, rating }: Standard): Appraisal {
  const given = (Object.keys(weights) as (keyof Inputs)[]).flatMap((name) => {
    const points = inputs[name];
    return points === undefined ? [] : [{ points, weight: weights[name] }];
  });
  const all = given.reduce((sum, { weight }) => sum + weight, 0);
  const composite = rounded(given.reduce((sum, { points, weight }) => sum + points * weight, 0) / all, 2);
  return { composite, rating: ratingOf(composite, rating) };
}

function ratingOf(composite: number, { met, model }: Standard['rating']): Rating {
  if (composite >= model) return 'model';
  return composite >= met ? 'met' : 'not-met';
}

/** Units by rating. A model unit has met the standard as well. */
export interface Shares {
  readonly units: number;
  readonly met: number;
  readonly model: number;
  /** Of all units, in percent to two digits: 16 of 46 are 34.78. */
  readonly metPercent: number;
  readonly modelPercent: number;
}

export function sharesOf(ratings: readonly Rating[]): Shares {
  const units = ratings.length;
  const model = ratings.filter((rating) => rating === 'model').length;
  const met = ratings.filter((rating) => rating !== 'not-met').length;
  const percent = (count: number) => (units === 0 ? 0 : rounded((100 * count) / units, 2));
  return { units, met, model, metPercent: percent(met), modelPercent: percent(model) };
}

import {
  CRITERIA,
  CRITERION_IDS,
  type Criterion,
  type CriterionId,
  SUB_SCORES,
  type SubScore,
} from './criteria.ts';
import type { Evidence } from './evidence.ts';
import type { Piece } from './pieces.ts';
import type { Standard } from './standard/state.ts';

/** What a criterion came to. */
export interface CriterionScore {
  readonly id: CriterionId;
  readonly part: SubScore;
  /** Points to be had. */
  readonly of: number;
  /** 0 to 1, to four digits; absent where there was nothing to look at, and then nothing is lost. */
  readonly share?: number;
  /** In the order of what they point to, priority rows first. */
  readonly pieces: readonly Piece[];
}

export interface Score extends Pick<Evidence, 'organisation' | 'period' | 'asOf' | 'closed'> {
  /** Edition of the standard. */
  readonly standard: number;
  readonly criteria: readonly CriterionScore[];
  /** 0 to 100; absent where none of its criteria had anything to look at. */
  readonly parts: Readonly<Partial<Record<SubScore, number>>>;
  readonly total?: number;
}

/**
 * The score of one organisation and quarter (JX-15). Each criterion is the weighted mean of its pieces; a sub-score, and
 * the total, is the weighted mean of those criteria that had any, out of 100. It depends on the evidence and the
 * standard alone, and on no order in them.
 */
export function scoreOf(evidence: Evidence, edition: number, standard: Standard): Score {
  const { organisation, period, asOf, closed } = evidence;
  const criteria = CRITERION_IDS.filter((id) => standard.weights[id] > 0).map((id): CriterionScore => {
    const criterion: Criterion = CRITERIA[id];
    const pieces = criterion.pieces(evidence, standard).toSorted(inOrder);
    const share = meanOf(pieces);
    return {
      id,
      part: criterion.part,
      of: standard.weights[id],
      ...(share !== undefined && { share }),
      pieces,
    };
  });
  const parts = (Object.keys(SUB_SCORES) as SubScore[]).flatMap((part) => {
    const points = pointsOf(criteria.filter((each) => each.part === part));
    return points === undefined ? [] : [[part, points] as const];
  });
  const total = pointsOf(criteria);
  return {
    organisation,
    period,
    asOf,
    closed,
    standard: edition,
    criteria,
    parts: Object.fromEntries(parts),
    ...(total !== undefined && { total }),
  };
}

/** Of a criterion; undefined where it had nothing to look at. */
export const shareOf = ({ criteria }: Pick<Score, 'criteria'>, id: CriterionId): number | undefined =>
  criteria.find((each) => each.id === id)?.share;

function meanOf(pieces: readonly Piece[]): number | undefined {
  const all = pieces.reduce((sum, { weight }) => sum + weight, 0);
  if (all === 0) return undefined;
  const kept = pieces.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return rounded(kept / all, 4);
}

function pointsOf(criteria: readonly CriterionScore[]): number | undefined {
  const known = criteria.flatMap(({ of, share }) => (share === undefined ? [] : [{ of, share }]));
  if (known.length === 0) return undefined;
  const all = known.reduce((sum, { of }) => sum + of, 0);
  return rounded((100 * known.reduce((sum, { of, share }) => sum + of * share, 0)) / all, 2);
}

export const rounded = (value: number, digits: number): number =>
  Math.round(value * 10 ** digits) / 10 ** digits;

/** Sums of fractions depend on their order in the last digit, so there is but one. */
const inOrder = (a: Piece, b: Piece): number => b.weight - a.weight || compare(keyOf(a), keyOf(b));
const keyOf = ({ about: { kind, id, of = '' } }: Piece): string => `${kind}#${id}#${of}`;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

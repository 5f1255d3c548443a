import { FEWEST } from '../report/figures.ts';

/** Together, figures that are hidden say no less than this, or all of them are hidden. */
const LEAST_TOGETHER = 2 * FEWEST;

/**
 * The parts of a known whole, without those by which single people could be told (LY-04): a part of fewer than
 * {@link FEWEST} is undefined, and so are others beside it, so that none can be reckoned from the whole and the rest.
 *
 * Others are hidden until there is one among the hidden that is not small, and all of them together are
 * {@link LEAST_TOGETHER} or more. Which others is a matter of place, not of size: the nearest to the first small one. Were
 * it the smallest one, its rank would give it away.
 */
export function withoutSmall(parts: readonly number[]): readonly (number | undefined)[] {
  const first = parts.findIndex(isSmall);
  if (first < 0) return parts;
  const hidden = new Set(parts.flatMap((part, place) => (isSmall(part) ? [place] : [])));
  const others = parts
    .map((_, place) => place)
    .filter((place) => !hidden.has(place))
    .toSorted((a, b) => Math.abs(a - first) - Math.abs(b - first) || b - a);
  for (const place of others) {
    if (isEnough([...hidden].map((each) => parts[each] ?? 0))) break;
    hidden.add(place);
  }
  return parts.map((part, place) => (hidden.has(place) ? undefined : part));
}

/** Of a whole that is small itself nothing is said at all. */
export const isSmall = (count: number): boolean => count < FEWEST;

const isEnough = (hidden: readonly number[]): boolean =>
  hidden.some((part) => !isSmall(part)) && hidden.reduce((sum, part) => sum + part, 0) >= LEAST_TOGETHER;

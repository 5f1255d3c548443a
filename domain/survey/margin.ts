/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/** A share with the interval in which, 95 times of 100, that of the whole group lies. All between 0 and 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Half the width of the interval. */
  readonly margin: number;
}

/**
 * Wilson's score interval at 95 %, for a sample without replacement from a group of known size: the sample counts for
 * as many as n·(N−1)/(N−n) with replacement, so that hearing everybody leaves no margin. It holds for small n and for
 * shares near 0 and 1, where the normal approximation does not. It measures chance alone: people who answer because
 * they want to are no random sample.
 *
 * @param yes of `n` who answered, n ≥ 1
 * @param population of the group; absent where nobody knows it
 */
export function shareOf(yes: number, n: number, population?: number): Share {
  const share = yes / n;
  if (population !== undefined && n >= population) return { share, low: share, high: share, margin: 0 };
  const size = population === undefined ? n : (n * (population - 1)) / (population - n);
  const z2 = (Z * Z) / size;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z / (1 + z2)) * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), margin: half };
}

/** Characters in a row that are compared: long enough that common words do not count as copied. */
const LENGTH = 6;

/**
 * How much of a text stood in an earlier one already: the share of its runs of six characters that occur there too, 0
 * to 1. Spaces, marks and digits are left out first, so that a new date does not make a new text. Undefined for texts
 * that are too short to tell.
 */
export function copiedShare(text: string, earlier: string): number | undefined {
  const own = runsOf(text);
  if (own.size < LEAST_RUNS) return undefined;
  const known = runsOf(earlier);
  return [...own].filter((run) => known.has(run)).length / own.size;
}

const LEAST_RUNS = 20;

function runsOf(text: string): ReadonlySet<string> {
  const letters = [...text.normalize('NFKC').replace(/[^\p{Letter}]/gu, '')];
  return new Set(
    Array.from({ length: Math.max(0, letters.length - LENGTH + 1) }, (_, at) =>
      letters.slice(at, at + LENGTH).join(''),
    ),
  );
}

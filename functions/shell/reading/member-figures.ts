import type { Day } from '../../../domain/kernel/time.ts';
import type { Statistics } from '../../../domain/profile/commands.ts';
import { isSmall, withoutSmall } from '../../../domain/profile/small-figures.ts';
import { partsOf } from '../../../domain/profile/statistics.ts';
import { BREAKDOWN_NAMES, BREAKDOWNS, type Breakdown } from '../../../domain/profile/vocabulary.ts';

export interface BreakdownReading {
  readonly breakdown: Breakdown;
  readonly name: string;
  readonly parts: readonly { readonly part: string; readonly name: string; readonly count?: number }[];
}

export interface MemberFigures {
  readonly asOf: Day;
  readonly total?: number;
  /** False where small figures are hidden from the reader. */
  readonly complete: boolean;
  readonly breakdowns: readonly BreakdownReading[];
}

/** How many members there are and of whom, in full or without figures by which single people could be told (LY-04). */
export function memberFigures(statistics: Statistics, complete: boolean): MemberFigures {
  const { asOf, total } = statistics;
  const isHidden = !complete && isSmall(total);
  return {
    asOf,
    ...(!isHidden && { total }),
    complete,
    breakdowns: BREAKDOWN_NAMES.map((breakdown) => breakdownOf(statistics, breakdown, complete)),
  };
}

function breakdownOf(statistics: Statistics, breakdown: Breakdown, complete: boolean): BreakdownReading {
  const { name, parts: names } = BREAKDOWNS[breakdown];
  const parts = partsOf(statistics, breakdown);
  const figures = parts.map(([, figure]) => figure);
  const shown = complete ? figures : withoutSmall(figures);
  return {
    breakdown,
    name,
    parts: parts.map(([part], index) => ({
      part,
      name: (names as Readonly<Record<string, string>>)[part] ?? part,
      ...(shown[index] !== undefined && { count: shown[index] }),
    })),
  };
}

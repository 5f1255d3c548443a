import { type Characters, digitAt, isCheckX, isMask, isSeparator } from './characters.ts';

/** Digits that stand together without anything between them; a lone X after a digit is a group of its own. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Groups that only a few separators keep apart: one number as people write it, or several in a row. */
export type Run = readonly Group[];

/** As in `021 - 6543 2100`; more than this separates two numbers. */
const MOST_SEPARATORS = 3;

/** The longest part of a number that a mask leaves readable. */
const LEFTOVER_DIGITS = 4;

/** The runs of a text, in order. What a mask left readable (`138****1234`) is in none of them. */
export function digitRuns(text: Characters): readonly Run[] {
  const runs: Group[][] = [];
  let run: Group[] = [];
  let separators = 0;
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let i = 0; i < text.length; ) {
    const group = groupAt(text, i, run);
    if (!group) {
      separators += 1;
      if (separators > MOST_SEPARATORS || !isSeparator(text, i)) close();
      i += 1;
      continue;
    }
    if (isLeftover(text, group)) close();
    else run.push(group);
    separators = 0;
    i = group.end;
  }
  close();
  return runs;
}

function groupAt(text: Characters, start: number, run: Run): Group | undefined {
  if (run.length > 0 && isCheckX(text, start)) return { digits: 'X', start, end: start + 1 };
  let digits = '';
  for (let i = start; i < text.length; i++) {
    const digit = digitAt(text, i);
    if (digit === undefined) break;
    digits += digit;
  }
  return digits === '' ? undefined : { digits, start, end: start + digits.length };
}

function isLeftover(text: Characters, { digits, start, end }: Group): boolean {
  if (digits.length > LEFTOVER_DIGITS) return false;
  return isMask(text, end, 1) || isMask(text, start - 1, -1);
}

/** A stretch of groups of one run. */
export interface Stretch {
  readonly first: number;
  /** Index after its last group. */
  readonly next: number;
  readonly digits: string;
  /** Lengths of the groups, e.g. `3-4-4`. */
  readonly grouping: string;
}

/** The stretch of `count` groups that begins at group `first`; undefined when the run ends before. */
export function stretchAt(run: Run, first: number, count: number): Stretch | undefined {
  if (first + count > run.length) return undefined;
  const groups = run.slice(first, first + count);
  return {
    first,
    next: first + count,
    digits: groups.map((group) => group.digits).join(''),
    grouping: groups.map((group) => group.digits.length).join('-'),
  };
}

import { findBankCard } from './bank-card.ts';
import type { Characters } from './characters.ts';
import { digitRuns, type Group, type Run, type Stretch } from './digit-runs.ts';
import type { Match } from './finding.ts';
import { areaCodeOf, findLandline, findMobile } from './phone.ts';
import { findOldResidentId, findResidentIds } from './resident-id.ts';

/** A number that looks personal, with its digits so that it can be compared with what is allowed. */
export interface NumberMatch extends Match {
  readonly digits: string;
}

/** The personal numbers of a text, in order and without overlap. The surest kind goes first. */
export function findNumbers(text: Characters): readonly NumberMatch[] {
  return digitRuns(text)
    .flatMap(numbersOf)
    .toSorted((a, b) => a.start - b.start);
}

function numbersOf(run: Run): readonly NumberMatch[] {
  const taken = new Set<number>();
  const found: NumberMatch[] = [];
  const take = (kind: Match['kind'], stretch: Stretch | undefined) => {
    if (!stretch) return;
    for (let i = stretch.first; i < stretch.next; i++) if (taken.has(i)) return;
    for (let i = stretch.first; i < stretch.next; i++) taken.add(i);
    found.push(matchOf(kind, run, stretch));
  };
  for (const stretch of findResidentIds(run)) take('resident-id', stretch);
  for (const [kind, find] of FINDERS) {
    for (let first = 0; first < run.length; first++) take(kind, find(run, first));
  }
  return found;
}

const FINDERS = [
  ['resident-id', findOldResidentId],
  ['mobile', findMobile],
  ['landline', findLandline],
  ['bank-card', findBankCard],
] as const;

function matchOf(kind: Match['kind'], run: Run, { first, next, digits }: Stretch): NumberMatch {
  const start = (run[first] as Group).start;
  const { end } = run[next - 1] as Group;
  return { kind, start, end, digits, ...readablePart(kind, digits) };
}

/**
 * The published formats: 138****1234, 35*************123, a bank card's last four. There is none for landlines; the
 * area code and three digits stay. At most four digits stay on a side: the scan for leftovers relies on it.
 */
function readablePart(kind: Match['kind'], digits: string): Pick<Match, 'head' | 'tail'> {
  switch (kind) {
    case 'resident-id':
      return { head: digits.slice(0, 2), tail: digits.slice(-3) };
    case 'mobile':
      return { head: digits.slice(-11, -8), tail: digits.slice(-4) };
    case 'landline':
      return { head: areaCodeOf(digits), tail: digits.slice(-3) };
    default:
      return { head: '', tail: digits.slice(-4) };
  }
}

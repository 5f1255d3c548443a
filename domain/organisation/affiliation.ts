import type { OrganisationId } from '../kernel/scope.ts';
import type { Day, Instant } from '../kernel/time.ts';
import { addDays } from '../kernel/time.ts';
import type { OrganisationKind } from './kinds.ts';

/** That an organisation was put under another superior. */
export interface Move {
  /** Whom it had stood under. */
  readonly left: OrganisationId;
  readonly to: OrganisationId;
  /** First day under the new superior, by the document. */
  readonly from: Day;
  /** When it was entered: until then the system went by the old one. */
  readonly at: Instant;
  /** The document that says so, with its number. */
  readonly basis: string;
}

/** What of an organisation says whom it stands and stood under; the oldest move first. */
export interface Affiliated {
  readonly superior?: OrganisationId | undefined;
  readonly since: Day;
  readonly moves?: readonly Move[];
}

/** One line of 隶属沿革. */
export interface Affiliation {
  readonly superior: OrganisationId;
  readonly from: Day;
  /** The last day; absent while it lasts. */
  readonly until?: Day;
  /** The document by which it began; absent for the first superior. */
  readonly basis?: string;
}

/** Whom it stood under on the day, as is known now. */
export const superiorOn = ({ superior, moves = [] }: Affiliated, day: Day): OrganisationId | undefined =>
  moves.find(({ from }) => from > day)?.left ?? superior;

/**
 * Under whom something of that day has been listed from `at` on, as each move was entered; the last one is under whom it
 * belongs now. Empty for the root of the tree.
 */
export function housesOf(organisation: Affiliated, day: Day, at: Instant): readonly OrganisationId[] {
  const { superior, since, moves = [] } = organisation;
  const known = moves.filter((move) => move.at <= at).length;
  const houses = Array.from({ length: moves.length - known + 1 }, (_, later) => {
    const then = moves.slice(0, known + later);
    return superiorOn({ superior: moves[then.length]?.left ?? superior, since, moves: then }, day);
  });
  const last = houses.at(-1);
  const earlier = new Set(houses.filter((each) => each !== last));
  return [...earlier, last].filter((each) => each !== undefined);
}

/** Everybody that it has ever stood under, each once; the last one is its superior now. */
export const superiorsOf = ({ superior, moves = [] }: Affiliated): readonly OrganisationId[] => [
  ...new Set(moves.map(({ left }) => left).filter((left) => left !== superior)),
  ...(superior === undefined ? [] : [superior]),
];

/** 隶属沿革, the oldest first; empty for the root of the tree. */
export function affiliationsOf(organisation: Affiliated): readonly Affiliation[] {
  const { superior, since, moves = [] } = organisation;
  if (superior === undefined) return [];
  const begins = [{ superior: moves[0]?.left ?? superior, from: since }, ...moves.map(begun)];
  return begins.map((each, index) => {
    const next = moves[index];
    return { ...each, ...(next && { until: addDays(next.from, -1) }) };
  });
}

const begun = ({ to, from, basis }: Move): Affiliation => ({ superior: to, from, basis });

/** 党支部 have nobody below them, 党总支 have 党支部 only. */
export const mayLead = (superior: OrganisationKind, kind: OrganisationKind): boolean =>
  superior !== 'branch' && (superior !== 'general-branch' || kind === 'branch');

import type { Instant } from '../../kernel/time.ts';
import { holders } from '../../organisation/authority.ts';
import type { SeatRule } from '../../organisation/body.ts';
import { SUPERIOR_SEATS } from '../../organisation/policy.ts';
import { GROUP, type Houses } from '../inspectors.ts';
import type { Case } from './state.ts';

const LEADERS: readonly (readonly SeatRule[])[] = [
  [{ body: 'leading-group', position: 'head' }],
  [{ body: 'leading-group' }],
];

type Opened = Pick<Case, 'person' | 'standing' | 'opened' | 'decision'>;

/** Who decides on it next: whoever leads where it was opened, as few as will do; above where nobody there is free. */
export function decidersOf(case_: Opened, houses: Houses, now: Instant): readonly string[] {
  const barred = [case_.person, case_.opened.by, ...(case_.decision ? [case_.decision.by] : [])];
  const home = homeOf(case_, houses);
  const { superior } = houses;
  const ranks = [
    ...(home ? LEADERS.map((rules) => holders(home, rules, now)) : []),
    ...(superior ? [holders(superior, SUPERIOR_SEATS, now)] : []),
  ];
  const free = ranks.map((people) => [...people].filter((person) => !barred.includes(person)));
  return free.find((people) => people.length > 0) ?? [];
}

/**
 * The one rule of who may know of a case at all: the supervision group that opened it, whoever decided or has to, and
 * the person themself. Everybody else is told that there is nothing.
 */
export function mayKnow(person: string | undefined, case_: Case, houses: Houses, now: Instant): boolean {
  if (person === undefined) return false;
  const { decision, appeal, stage } = case_;
  if ([case_.person, decision?.by, appeal?.result?.by].includes(person)) return true;
  if (stage !== 'closed' && decidersOf(case_, houses, now).includes(person)) return true;
  const home = homeOf(case_, houses);
  return home !== undefined && holders(home, GROUP, now).has(person);
}

/** Where it was opened. */
const homeOf = ({ standing }: Pick<Case, 'standing'>, { organisation, superior }: Houses) =>
  standing === 'within' ? organisation : superior;

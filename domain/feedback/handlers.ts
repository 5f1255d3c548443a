import type { Instant } from '../kernel/time.ts';
import { holders, requireSeat } from '../organisation/authority.ts';
import type { SeatRule } from '../organisation/body.ts';
import type { FeedbackCommand, FeedbackFacts } from './commands.ts';
import { refuse } from './refusals.ts';
import type { Feedback } from './state.ts';

/** Who may do what with an opinion: those who run the office, its owner, the leader it was put to, and who left it. */
export function requireOffice({ actor, facts: { organisation }, now }: FeedbackCommand): void {
  requireSeat(actor, organisation, organisation.policy.proposers, now);
}

export function isOffice({ actor, facts: { organisation }, now }: FeedbackCommand): boolean {
  return (
    actor.kind === 'person' && holders(organisation, organisation.policy.proposers, now).has(actor.person)
  );
}

/** The leader to whom it was put decides on it like the office. */
export const isLeader = ({ actor }: FeedbackCommand, { raised }: Feedback): boolean =>
  actor.kind === 'person' && (raised?.to.includes(actor.person) ?? false);

export const isOwner = ({ actor }: FeedbackCommand, { owner }: Feedback): boolean =>
  actor.kind === 'person' && actor.person === owner;

/** Whoever left it: known by name, or by the receipt code. The office acts for those who cannot. */
export function requireVoice(command: FeedbackCommand, { author }: Feedback): void {
  const { actor, facts } = command;
  const isAuthor = actor.kind === 'person' && actor.person === author;
  if (!isAuthor && !facts.holdsReceipt && !isOffice(command)) refuse('feedback-unknown');
}

const HEADS: readonly SeatRule[] = [{ body: 'leading-group', position: 'head' }, { body: 'leading-group' }];
const OFFICE: readonly SeatRule[] = [{ body: 'office', position: 'head' }, { body: 'office' }];

/** The leader to whom opinions are put: here, or above where nobody leads. @throws Refusal `leader-missing` */
export const leadersAt = (facts: FeedbackFacts, at: Instant): readonly string[] =>
  firstHolders(facts, HEADS, at) ?? refuse('leader-missing');

/**
 * 专人: the named person with whom an opinion lies that nobody has taken up by the end of its first day (DF-26).
 * @throws Error where nobody holds any seat, here or above
 */
export function triagerAt(facts: FeedbackFacts, at: Instant): string {
  const rules = [...OFFICE, ...facts.organisation.policy.proposers, ...HEADS];
  const [first] = firstHolders(facts, rules, at) ?? Object.keys(facts.organisation.people);
  if (first === undefined) throw new Error('nobody here or above can own an opinion');
  return first;
}

function firstHolders(
  { organisation, superior }: FeedbackFacts,
  rules: readonly SeatRule[],
  at: Instant,
): readonly string[] | undefined {
  for (const place of superior ? [organisation, superior] : [organisation]) {
    for (const rule of rules) {
      const people = [...holders(place, [rule], at)];
      if (people.length > 0) return people;
    }
  }
  return undefined;
}

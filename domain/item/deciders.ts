import type { Actor } from '../kernel/decider.ts';
import type { Instant } from '../kernel/time.ts';
import { holders, requireAmong } from '../organisation/authority.ts';
import { type SeatRule, seatTitle } from '../organisation/body.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { type ApprovalStep, SUPERIOR_SEATS } from '../organisation/policy.ts';
import type { ItemCommand, ItemFacts } from './commands.ts';
import { refuse } from './refusals.ts';
import type { Version } from './state.ts';
import type { Passage } from './waits.ts';

type Tenants = Pick<ItemFacts, 'organisation' | 'superior'>;

/** Who may take a step on a version. */
export interface Deciders {
  readonly organisation: Organisation;
  readonly by: readonly SeatRule[];
  /** Holders of those seats, without those who are barred. */
  readonly people: ReadonlySet<string>;
  /** Who may not take the step, whatever seat they hold. */
  readonly barred: readonly string[];
  readonly isSuperior: boolean;
}

/** Steps of the chain not yet passed. An escalated item ends with the superior, whatever the chain says. */
export function pendingSteps(version: Passage, organisation: Organisation): readonly ApprovalStep[] {
  const chain = organisation.policy.approvalChains[version.content.matter];
  const goesUp = chain.some(({ step }) => step === 'superior');
  const superior: ApprovalStep = { step: 'superior', by: SUPERIOR_SEATS };
  const own = version.content.sensitive ? signedByLeader(chain) : chain;
  const full = version.escalated && !goesUp ? [...own, superior] : own;
  const open = full.filter(({ step }) => !version.approvals.some((approval) => approval.step === step));
  // The policy may have changed so that everything has been passed already: somebody still has to approve.
  return open.length > 0 ? open : full.slice(-1);
}

/** 敏感事项: one step more, the main leader's, before it goes up (ZH-06). */
function signedByLeader(chain: readonly ApprovalStep[]): readonly ApprovalStep[] {
  if (chain.some(({ step }) => step === 'main-leader')) return chain;
  const leader: ApprovalStep = { step: 'main-leader', by: [{ body: 'leading-group', position: 'head' }] };
  const goesUp = (each: ApprovalStep) => each.step === 'superior';
  return [...chain.filter((each) => !goesUp(each)), leader, ...chain.filter(goesUp)];
}

/**
 * Who passes a step. Nobody decides on what they wrote. In an organisation of one or two people, reviewing and
 * approving are two pairs of eyes as well; where nobody is left, the superior organisation decides in its place.
 */
export function deciderOf(step: ApprovalStep, version: Passage, tenants: Tenants, now: Instant): Deciders {
  const { organisation, superior } = tenants;
  const { authors, review } = version;
  const withReviewer = review ? [...authors, review.by] : authors;
  if (step.step !== 'superior') {
    const barred = isSmall(organisation, now) ? withReviewer : authors;
    const own = decidersIn(organisation, step.by, barred, now);
    if (own.people.size > 0 || !superior) return { ...own, isSuperior: false };
  }
  const above = superior ?? refuse('no-superior');
  const by = step.step === 'superior' ? step.by : SUPERIOR_SEATS;
  const fresh = decidersIn(above, by, withReviewer, now);
  return { ...(fresh.people.size > 0 ? fresh : decidersIn(above, by, authors, now)), isSuperior: true };
}

/** Who reviews: the policy's seats, without the authors; the superior where they are the only ones. */
export function reviewersOf(version: Passage, { organisation, superior }: Tenants, now: Instant): Deciders {
  const own = decidersIn(organisation, organisation.policy.reviewers, version.authors, now);
  if (own.people.size > 0 || !superior) return { ...own, isSuperior: false };
  return { ...decidersIn(superior, SUPERIOR_SEATS, version.authors, now), isSuperior: true };
}

function decidersIn(
  organisation: Organisation,
  by: readonly SeatRule[],
  barred: readonly string[],
  now: Instant,
): Omit<Deciders, 'isSuperior'> {
  const people = [...holders(organisation, by, now)].filter((person) => !barred.includes(person));
  return { organisation, by, people: new Set(people), barred };
}

/**
 * The person behind the command, who must be one of the deciders and none of the authors.
 * @throws Refusal `own-proposal` or `not-permitted`
 */
export function requireDecider({ actor }: ItemCommand, version: Version, deciders: Deciders): string {
  const person = actor.kind === 'person' ? actor.person : undefined;
  if (person !== undefined && version.authors.includes(person)) refuse('own-proposal');
  return requireAmongDeciders(actor, deciders);
}

/** @throws Refusal `not-permitted`, `seat-unfit` */
export const requireAmongDeciders = (actor: Actor, { organisation, by, people }: Deciders): string =>
  requireAmong(actor, people, by, `${organisation.shortName}${by.map(seatTitle).join('、')}`);

/** An organisation whose seats are all held by one or two people. */
const isSmall = (organisation: Organisation, now: Instant): boolean =>
  holders(organisation, organisation.seats, now).size <= 2;

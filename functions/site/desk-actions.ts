import { stillConsulted } from '../../domain/item/consulting.ts';
import { deciderOf, pendingSteps, reviewersOf } from '../../domain/item/deciders.ts';
import {
  faces,
  type Item,
  inWork,
  isAbandoned,
  isTakenDown,
  latest,
  published,
  stagesOf,
  standing,
  type Version,
} from '../../domain/item/state.ts';
import type { Instant } from '../../domain/kernel/time.ts';
import { holders } from '../../domain/organisation/authority.ts';
import type { ApprovalStepName } from '../../domain/organisation/policy.ts';
import type { Tenants } from '../shell/tenancy.ts';
import type { DeskAction } from './forms/command-forms.ts';

export type DeskOffer = DeskAction | 'edit' | 'revise';

export interface Offers {
  readonly actions: ReadonlySet<DeskOffer>;
  /** The step of the approval chain that `approve` would pass. */
  readonly step?: ApprovalStepName;
}

/**
 * The forms worth showing to this person now. The decider alone decides; this only spares people forms that it would
 * refuse.
 */
export function offersFor(item: Item, tenants: Tenants, person: string, now: Instant): Offers {
  const { organisation } = tenants;
  const { proposers, reviewers } = organisation.policy;
  const isProposer = holders(organisation, proposers, now).has(person);
  const isReviewer = holders(organisation, reviewers, now).has(person);
  const working = inWork(item);
  const actions = new Set<DeskOffer>();
  const offer = (condition: boolean, ...names: readonly DeskOffer[]) => {
    if (condition) for (const name of names) actions.add(name);
  };
  const step = working
    ? offerWork(working, offer, { tenants, person, now, isProposer, isReviewer })
    : undefined;
  if (isProposer) offerCare(item, offer);
  return step ? { actions, step } : { actions };
}

type Offer = (condition: boolean, ...names: readonly DeskOffer[]) => void;

interface Who {
  readonly tenants: Tenants;
  readonly person: string;
  readonly now: Instant;
  readonly isProposer: boolean;
  readonly isReviewer: boolean;
}

/** What may be done on the way to a decision. Returns the approval step that this person may pass. */
function offerWork(version: Version, offer: Offer, who: Who): ApprovalStepName | undefined {
  const { tenants, person, now, isProposer, isReviewer } = who;
  const { stage, findings = [], consultation, escalated, content } = version;
  const { provider } = content;
  const isOpen = stage === 'submitted' || stage === 'reviewed';
  const isProvider = provider.kind === 'person' && provider.person === person;
  offer(isProposer && !isOpen, 'edit', 'submit');
  offer(isProvider && !isOpen, 'edit');
  offer(isOpen && (isProposer || isReviewer) && findings.some((each) => !each.settled), 'mask', 'justify');
  if (stage === 'submitted') {
    offer(reviewersOf(version, tenants, now).people.has(person), 'review', 'return');
    return undefined;
  }
  if (stage !== 'reviewed') return undefined;
  const isDone = consultation?.answers.some(({ member }) => member === person);
  offer((consultation?.members.includes(person) ?? false) && !isDone, 'answer');
  const [step] = pendingSteps(version, tenants.organisation);
  const mayDecide = step !== undefined && deciderOf(step, version, tenants, now).people.has(person);
  const chain = tenants.organisation.policy.approvalChains[content.matter].flatMap(({ by }) => by);
  const isInChain = isReviewer || holders(tenants.organisation, chain, now).has(person);
  offer(isReviewer && stillConsulted(version, now).length === 0, 'consult');
  offer(isInChain || mayDecide, 'return');
  offer(isInChain && !escalated && tenants.superior !== undefined, 'escalate');
  offer(mayDecide, 'approve');
  return mayDecide ? step.step : undefined;
}

/** What the office may do with what has been decided. */
function offerCare(item: Item, offer: Offer): void {
  const version = standing(item);
  const isUp = faces(item).length > 0;
  const newest = latest(item);
  const isUnshown = newest.releases.length === 0 && newest.stage !== 'withheld' && !isAbandoned(newest);
  const isSettled =
    !inWork(item) && version !== undefined && (version.stage === 'released' || version.stage === 'withheld');
  offer(!item.closed && (isUp || isUnshown), 'withdraw');
  offer(!item.closed && version !== undefined && !isTakenDown(version) && !version.content.withheld, 'proof');
  offer(!item.closed && published(item) !== undefined, 'progress');
  offer(!item.closed && published(item) !== undefined && stagesOf(item).some((s) => !s.completedOn), 'stage');
  offer(isSettled || isAbandoned(newest), 'revise');
  offer(isSettled && !item.closed && version.content.withheld?.kind !== 'not-for-now', 'close');
}

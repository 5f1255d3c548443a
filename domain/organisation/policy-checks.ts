import { refuse as refuseDuty } from '../duty/refusals.ts';
import { belowFloor } from '../duty/rules.ts';
import type { DutyRules } from '../duty/rules-schema.ts';
import type { OrganisationId } from '../kernel/scope.ts';
import type { OrganisationKind } from './kinds.ts';
import { mayReachBelow } from './party-reach.ts';
import type { Policy } from './policy.ts';
import { refuse } from './refusals.ts';

interface Placed {
  readonly kind: OrganisationKind;
  readonly superior?: OrganisationId | undefined;
}

/** @throws Refusal why the organisation cannot work by that policy: the superior's is the floor */
export function checkPolicy(policy: Policy, organisation: Placed, floor: Policy | undefined): void {
  checkChains(policy, organisation);
  if (policy.partyReach === 'subordinate' && !mayReachBelow(organisation))
    refuse('reach-of-branch', { field: 'policy.partyReach' });
  if (floor) checkFloor(policy, floor);
}

function checkChains({ approvalChains }: Policy, { superior }: Placed): void {
  for (const [matter, chain] of Object.entries(approvalChains)) {
    if (!superior && chain.some(({ step }) => step === 'superior'))
      refuse('chain-without-superior', { field: `policy.approvalChains.${matter}` });
  }
}

function checkFloor(policy: Policy, floor: Policy): void {
  const limits = {
    days: floor.minimumDisplayDays,
    answerDays: floor.feedbackAnswerDays,
    windowDays: floor.feedbackWindowDays ?? 0,
  };
  if (policy.minimumDisplayDays < limits.days)
    refuse('policy-below-floor', { field: 'policy.minimumDisplayDays', ...limits });
  if (policy.feedbackAnswerDays > limits.answerDays)
    refuse('policy-below-floor', { field: 'policy.feedbackAnswerDays', ...limits });
  if (policy.feedbackWindowDays !== undefined && policy.feedbackWindowDays < limits.windowDays)
    refuse('policy-below-floor', { field: 'policy.feedbackWindowDays', ...limits });
}

/** @throws Refusal `rules-below-floor` */
export function checkRules(rules: DutyRules, floor: DutyRules | undefined): void {
  const field = floor && belowFloor(rules, floor);
  if (field !== undefined) refuseDuty('rules-below-floor', { field });
}

import type * as z from 'zod/mini';
import type { Matter, Policy } from '../organisation/policy.ts';
import type { decisionRules } from './rules-schema.ts';
import type { Majority, Quorum, StepName } from './vocabulary.ts';

type PolicyRules = z.infer<typeof decisionRules>;

/** What holds for one decision from its proposal on, whatever becomes of the policy. */
export interface DecisionRules extends Omit<PolicyRules, 'consultRounds'> {
  /** How often people are asked at the least. */
  readonly rounds: number;
}

/** Where nobody has said anything. */
export const USUAL_RULES: PolicyRules = {
  noticeDays: 3,
  consultRounds: { ordinary: 0, major: 2 },
  publicityDays: 7,
  quorum: 'two-thirds',
  majority: 'members',
  disclosureDays: 7,
};

/** 重大或热点事项: people are asked again and again, it is made public first, and it is voted on (TZ-27, TZ-28). */
export const isGrave = ({ matter, hot }: { readonly matter: Matter; readonly hot?: boolean | undefined }) =>
  matter !== 'ordinary' || hot === true;

const BINDING: readonly StepName[] = ['meeting', 'vote'];
const BINDING_WHEN_GRAVE: readonly StepName[] = [...BINDING, 'consultation', 'publicity'];

/** Nothing is decided without a meeting; a major or hot matter not without hearing people and a vote (TZ-27, TZ-28). */
export const isBinding = (about: Parameters<typeof isGrave>[0], step: StepName): boolean =>
  (isGrave(about) ? BINDING_WHEN_GRAVE : BINDING).includes(step);

/** The organisation's rules, or its superior's where those are stricter. */
export function rulesFor(
  about: { readonly matter: Matter; readonly hot?: boolean | undefined },
  policy: Policy,
  floor: Policy | undefined,
): DecisionRules {
  const above = floor?.decision;
  const own = policy.decision ?? above ?? USUAL_RULES;
  const rules = above ? strictest(own, above) : own;
  const { consultRounds, publicityDays, ...others } = rules;
  return isGrave(about)
    ? { ...others, publicityDays, rounds: consultRounds.major }
    : { ...others, publicityDays: 0, rounds: consultRounds.ordinary };
}

const strictest = (own: PolicyRules, above: PolicyRules): PolicyRules => ({
  noticeDays: Math.max(own.noticeDays, above.noticeDays),
  consultRounds: {
    ordinary: Math.max(own.consultRounds.ordinary, above.consultRounds.ordinary),
    major: Math.max(own.consultRounds.major, above.consultRounds.major),
  },
  publicityDays: Math.max(own.publicityDays, above.publicityDays),
  quorum: [own.quorum, above.quorum].includes('two-thirds') ? 'two-thirds' : 'more-than-half',
  majority: [own.majority, above.majority].includes('members') ? 'members' : 'present',
  disclosureDays: Math.min(own.disclosureDays, above.disclosureDays),
});

/** Enough of the members are present. */
export const isQuorum = (quorum: Quorum, present: number, entitled: number): boolean =>
  quorum === 'two-thirds' ? present * 3 >= entitled * 2 : present * 2 > entitled;

/** More than half are in favour. */
export const isCarried = (
  majority: Majority,
  { yes, present, entitled }: { readonly yes: number; readonly present: number; readonly entitled: number },
): boolean => yes * 2 > (majority === 'members' ? entitled : present);

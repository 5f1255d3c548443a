import type * as z from 'zod/mini';
import { DEFAULT_SCREEN_RULES, type ScreenRules } from '../display/screen.ts';
import type { SeatRule } from './body.ts';
import type { policySchema } from './policy-schema.ts';

/**
 * What the matter is about. Three kinds must reach Party members before anybody else (HZ-15, DF-24), and each kind
 * may have its own approval chain, since the source documents name four different approvers.
 */
export const MATTERS = {
  ordinary: '一般事项',
  'major-decision': '重大决策',
  personnel: '重要干部任免',
  'vital-interest': '涉及切身利益的重大问题',
} as const;
export type Matter = keyof typeof MATTERS;
export const MATTER_NAMES = Object.keys(MATTERS) as [Matter, ...Matter[]];

/** 党内重大决策、重要干部任免、涉及党员切身利益的重大问题: inside first, outside later. */
export const isInsideFirst = (matter: Matter): boolean => matter !== 'ordinary';

export const APPROVAL_STEPS = {
  'leading-group': '领导小组审批',
  'main-leader': '主要领导审签',
  'enlarged-meeting': '党委（支部）扩大会议表决',
  superior: '上级党组织审批',
} as const;

export type ApprovalStepName = keyof typeof APPROVAL_STEPS;
export type Policy = z.infer<typeof policySchema>;
export type ApprovalStep = Policy['approvalChains'][Matter][number];

const head: SeatRule = { body: 'leading-group', position: 'head' };
const leadingGroup: SeatRule = { body: 'leading-group' };
const leadThenLeader: ApprovalStep[] = [
  { step: 'leading-group', by: [leadingGroup] },
  { step: 'main-leader', by: [head] },
];

/** The district's floor, used until an organisation is given its own (field notes, "contradictions to settle"). */
export const DEFAULT_POLICY: Policy = {
  proposers: [{ body: 'office' }, { body: 'working-group' }, { body: 'leading-group' }],
  reviewers: [{ body: 'office' }, { body: 'leading-group' }],
  approvalChains: {
    ordinary: [{ step: 'leading-group', by: [leadingGroup] }],
    'major-decision': leadThenLeader,
    personnel: leadThenLeader,
    'vital-interest': leadThenLeader,
  },
  minimumDisplayDays: 7,
  feedbackAnswerDays: 15,
  displayNetworks: { allowHttp: false, allowedAddresses: [] },
};

/** Who decides in the place of an organisation that has nobody left to decide: its superior's leading group or office. */
export const SUPERIOR_SEATS: SeatRule[] = [leadingGroup, { body: 'office', position: 'head' }];

/** The rule that holds in an organisation: its own, or its superior's where that one is stricter. */
export function strictest(policy: Policy, floor: Policy | undefined): Policy {
  if (!floor) return policy;
  return {
    ...policy,
    minimumDisplayDays: Math.max(policy.minimumDisplayDays, floor.minimumDisplayDays),
    feedbackAnswerDays: Math.min(policy.feedbackAnswerDays, floor.feedbackAnswerDays),
  };
}

/** What holds where nobody has said anything. */
const USUAL_FEEDBACK_WINDOW = 10;

/** Working days after a release in which opinions on it are asked for; 0: none (ZH-12). */
export function feedbackWindowOf(policy: Policy, floor: Policy | undefined): number {
  const least = floor?.feedbackWindowDays ?? 0;
  return Math.max(policy.feedbackWindowDays ?? floor?.feedbackWindowDays ?? USUAL_FEEDBACK_WINDOW, least);
}

/** The hours are the school's own; how soon its screens are missed, the stricter of the two. */
export function screenRulesOf(policy: Policy, floor: Policy | undefined): ScreenRules {
  const own = policy.screens ?? floor?.screens ?? DEFAULT_SCREEN_RULES;
  const most = floor?.screens?.darkAfterMinutes ?? own.darkAfterMinutes;
  return { ...own, darkAfterMinutes: Math.min(own.darkAfterMinutes, most) };
}

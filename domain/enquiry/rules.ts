import type { Policy } from '../organisation/policy.ts';

/** How long things may take. Working days, except where it says otherwise. */
export interface EnquiryRules {
  readonly decideDays: number;
  /** To which the leading group may extend them. */
  readonly longestDays: number;
  /** From a decision to disclose until it is carried out. */
  readonly discloseDays: number;
  readonly complaintDays: number;
  /** Calendar days for which a clock may stand still each time. */
  readonly pauseDays: number;
}

/**
 * Two local rules. `three-to-ten` is 栾川县林业局: decide in 3 working days, 10 at most, disclose within 5. `fifteen` is
 * 开平市审计局: 15 working days, more with the leading group's consent. Neither says how long a complaint, a pause or
 * the second one's extension may take: those figures are ours.
 */
export const ENQUIRY_PRESETS = {
  'three-to-ten': { decideDays: 3, longestDays: 10, discloseDays: 5, complaintDays: 10, pauseDays: 30 },
  fifteen: { decideDays: 15, longestDays: 30, discloseDays: 5, complaintDays: 15, pauseDays: 30 },
} as const satisfies Record<string, EnquiryRules>;
export type EnquiryPreset = keyof typeof ENQUIRY_PRESETS;

/** The rules that hold in an organisation: its own, or its superior's, in each figure the shorter of the two. */
export function enquiryRules(own: Policy, floor?: Policy): EnquiryRules {
  const rules = [own.enquiries, floor?.enquiries].flatMap((choice) => (choice ? [resolve(choice)] : []));
  const [first = ENQUIRY_PRESETS['three-to-ten'], second = first] = rules;
  const shorter = (figure: keyof EnquiryRules) => Math.min(first[figure], second[figure]);
  return {
    decideDays: shorter('decideDays'),
    longestDays: Math.max(shorter('longestDays'), shorter('decideDays')),
    discloseDays: shorter('discloseDays'),
    complaintDays: shorter('complaintDays'),
    pauseDays: shorter('pauseDays'),
  };
}

const resolve = (choice: EnquiryPreset | EnquiryRules): EnquiryRules =>
  typeof choice === 'string' ? ENQUIRY_PRESETS[choice] : choice;

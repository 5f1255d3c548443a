/** 清理结果: what becomes of a duty or power that was found wanting (HZ-27). */
export const POWER_OUTCOMES = {
  corrected: '纠正',
  clarified: '理清',
  defined: '明确',
  strengthened: '强化',
} as const;
export type PowerOutcome = keyof typeof POWER_OUTCOMES;

/** What each outcome is for, as the plan has it. */
export const OUTCOME_GROUNDS: Readonly<Record<PowerOutcome, string>> = {
  corrected: '超越职权范围',
  clarified: '职能交叉',
  defined: '权责不清',
  strengthened: '履行职能不到位',
};

/** Whose it is: of the leading body as a whole, or of one leader (HZ-26). */
export const HOLDER_KINDS = { collective: '领导集体', leader: '领导干部个人' } as const;
export type HolderKind = keyof typeof HOLDER_KINDS;

/** Id of an organisation's only register: `ORG#<organisation>#POWERS#main`. */
export const POWERS_ID = 'main';

/** 六项机制: what surrounds a decision, in their order (TZ-24). */
export const MECHANISMS = {
  announcing: { zh: '事先预告和会前酝酿', en: 'Advance notice and deliberation' },
  consulting: { zh: '广泛征求意见', en: 'Consultation' },
  discussing: { zh: '党组织讨论审核把关', en: 'Meeting' },
  voting: { zh: '重大事项票决', en: 'Vote' },
  disclosing: { zh: '结果公示', en: 'Result disclosed' },
  tracking: { zh: '督促落实跟踪', en: 'Tracking' },
} as const;
export type Mechanism = keyof typeof MECHANISMS;

/** What is done for them, in its order. */
export const STEPS = {
  notice: { zh: '事先预告', mechanism: 'announcing' },
  deliberation: { zh: '会前酝酿', mechanism: 'announcing' },
  consultation: { zh: '征求意见', mechanism: 'consulting' },
  publicity: { zh: '决策前公示', mechanism: 'consulting' },
  meeting: { zh: '会议讨论', mechanism: 'discussing' },
  vote: { zh: '票决', mechanism: 'voting' },
  disclosure: { zh: '公示结果', mechanism: 'disclosing' },
  tracking: { zh: '落实并核实', mechanism: 'tracking' },
} as const satisfies Record<string, { readonly zh: string; readonly mechanism: Mechanism }>;
export type StepName = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as [StepName, ...StepName[]];

export const STEP_STATUSES = {
  waiting: '未开始',
  'under-way': '进行中',
  done: '已完成',
  skipped: '已跳过',
  'not-needed': '无需办理',
} as const;
export type StepStatus = keyof typeof STEP_STATUSES;

/** What a meeting came to. */
export const MEETING_OUTCOMES = {
  adopted: '一致同意，不再票决',
  rejected: '不同意',
  'to-vote': '提交票决',
} as const;
export type MeetingOutcome = keyof typeof MEETING_OUTCOMES;

export const CHOICES = { yes: '赞成', no: '反对', abstain: '弃权' } as const;
export type Choice = keyof typeof CHOICES;

/** How many of the members have to be present. */
export const QUORUMS = {
  'more-than-half': '超过应到人数的半数',
  'two-thirds': '应到人数的三分之二以上',
} as const;
export type Quorum = keyof typeof QUORUMS;

/** Of whom more than half have to be in favour. */
export const MAJORITIES = { present: '实到人数', members: '应到人数' } as const;
export type Majority = keyof typeof MAJORITIES;

/** 法定公开 / 主动公开 / 依申请公开 (LY-10). */
export const BASES = { statutory: '法定公开', voluntary: '主动公开', 'on-request': '依申请公开' } as const;
export type Basis = keyof typeof BASES;

/** Grounds on which something is not disclosed; open is the rule, so the list is closed (HZ-02). */
export const WITHHOLDING_GROUNDS = {
  'state-secret': '涉及国家秘密',
  'party-secret': '涉及党内秘密',
  'personal-privacy': '涉及个人隐私',
  'commercial-secret': '涉及商业秘密',
  'under-deliberation': '正在酝酿讨论，尚未形成决定',
  'public-security': '公开后可能危及公共安全和稳定',
} as const;
export type WithholdingGround = keyof typeof WITHHOLDING_GROUNDS;

/** What the reviewer must judge one by one: 内容 形式 范围 时间 时长 (HZ-14; 2017 regulation, art. 15). */
export const REVIEW_ASPECTS = {
  content: '公开内容',
  form: '公开形式',
  audience: '公开范围',
  time: '公开时间',
  duration: '公开时长',
} as const;
export type ReviewAspect = keyof typeof REVIEW_ASPECTS;

/** What is told of a 民主生活会 (ZH-07). */
export const LIFE_PARTS = {
  opinions: '征集意见情况',
  measures: '整改措施',
  feedback: '向群众反馈情况',
} as const;
export type LifePart = keyof typeof LIFE_PARTS;

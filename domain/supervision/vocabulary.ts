import { sourceOf, type Voice } from '../feedback/vocabulary.ts';

/** 督查的方式: how an organisation is looked after; five tools of management, and going there to listen (TZ-07, XH-32). */
export const MEANS = {
  check: '检查',
  supervise: '督导',
  dispatch: '调度',
  assess: '考核',
  reward: '奖评',
  listen: '走访听取意见',
  research: '调研',
  'self-check': '自查',
} as const;
export type Means = keyof typeof MEANS;

/** What of disclosure a finding or a suggestion is about (HZ-39, HZ-42). */
export const ASPECTS = {
  content: '公开内容',
  form: '公开形式',
  timing: '公开时限',
  implementation: '组织实施',
} as const;
export type Aspect = keyof typeof ASPECTS;

/** Who supervises (TZ-32). */
export const SOURCES = {
  organisation: '组织监督',
  supervisor: '监督员监督',
  masses: '党员群众监督',
  society: '社会各界监督',
} as const;
export type Source = keyof typeof SOURCES;

/** Whose supervision it is when somebody passes on what others said. */
export const sourceOfVoice = (voice: Voice): Source => (sourceOf(voice) === 'society' ? 'society' : 'masses');

/** What follows a visit, or is put to an organisation without one. */
export const FOLLOW_UPS = { suggestion: '监督建议', rectification: '整改通知' } as const;
export type FollowUpKind = keyof typeof FOLLOW_UPS;

export const FOLLOW_UP_STAGES = {
  waiting: '待办理',
  reported: '待核验',
  settled: '已办结',
  withdrawn: '已撤回',
} as const;
export type FollowUpStage = keyof typeof FOLLOW_UP_STAGES;

export const VISIT_STAGES = { planned: '已安排', held: '已开展', cancelled: '已取消' } as const;
export type VisitStage = keyof typeof VISIT_STAGES;

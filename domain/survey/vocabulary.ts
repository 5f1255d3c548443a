import type { Reader } from '../visibility.ts';

/** How people are heard (TZ-26). */
export const SURVEY_KINDS = { forum: '座谈会', questionnaire: '调查问卷', letter: '征求意见函' } as const;
export type SurveyKind = keyof typeof SURVEY_KINDS;

/** The three groups whose satisfaction is measured (JX-16). */
export const GROUPS = { party: '党员', masses: '群众', society: '社会' } as const;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as [Group, ...Group[]];

/** 1 to 5, worst first. */
export const SCALE = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;
export const isSatisfied = (degree: number): boolean => degree >= 4;

export const SURVEY_STAGES = {
  planned: '未开始',
  open: '进行中',
  closed: '已结束',
  concluded: '已反馈',
  withdrawn: '已撤销',
} as const;
export type SurveyStage = keyof typeof SURVEY_STAGES;

/** Whom the roster makes somebody here; everybody else speaks for society. */
export function groupOf({ partyMember, staff }: Pick<Reader, 'partyMember' | 'staff'>): Group {
  if (partyMember) return 'party';
  return staff ? 'masses' : 'society';
}

/** Fewer answers of a group than this are not shown, where no policy says otherwise. */
export const DEFAULT_THRESHOLD = 5;

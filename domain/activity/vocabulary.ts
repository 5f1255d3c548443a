/** What the log of activities tells apart (DF-03, XH-15, HZ-44, TZ-23, HZ-11, QS-10). */
export const ACTIVITY_KINDS = {
  meeting: '会议',
  training: '培训',
  publicity: '宣传',
  reception: '领导接待日',
  reading: '文件查阅',
  activity: '党员活动',
} as const;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** Kinds of meeting: for mobilising (DF-03), the yearly ones (QS-08), and those at which people are heard (LY-13). */
export const MEETING_TYPES = {
  mobilisation: '动员部署会',
  'party-masses': '党群工作会议',
  congress: '党员代表大会（党员大会）',
  assembly: '职工代表大会（村、居民代表大会）',
  general: '党员群众大会',
  briefing: '情况通报会',
  'organisation-life': '组织生活会',
  opinions: '意见征求会',
  other: '其他会议',
} as const;
export type MeetingType = keyof typeof MEETING_TYPES;

/** Held once a year, and disclosed at (QS-08). */
export const YEARLY_MEETINGS = ['party-masses', 'congress', 'assembly'] as const satisfies MeetingType[];
export type YearlyMeeting = (typeof YEARLY_MEETINGS)[number];

/** 分层动员: who was called together. */
export const LAYERS = {
  committee: '党务（委员会）会议',
  members: '全体党员会议',
  everybody: '党员和群众会议',
} as const;
export type Layer = keyof typeof LAYERS;

/** What heads of organisations are to take home from a training (XH-15). */
export const TRAINING_AIMS = {
  meaning: '明确意义',
  principles: '把握原则',
  procedure: '规范程序',
  practice: '熟悉操作',
} as const;
export type TrainingAim = keyof typeof TRAINING_AIMS;

/** Who was there. `guests` sit in without being asked to decide: delegates, supervisors, parents (TZ-23). */
export const ATTENDANCE = { members: '党员', masses: '群众', guests: '列席代表和其他' } as const;
export type Attendance = Readonly<Partial<Record<keyof typeof ATTENDANCE, number | undefined>>>;

export const totalOf = (attendance: Attendance): number =>
  Object.values(attendance).reduce<number>((sum, count = 0) => sum + count, 0);

/** What was done is told to one of these; a list of names never is. */
export const ACTIVITY_AUDIENCES = ['party', 'unit', 'public'] as const;

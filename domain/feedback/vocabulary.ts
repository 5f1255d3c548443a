/** Who speaks: the groups by which opinions are counted. */
export const SPEAKERS = {
  'party-member': '党员',
  staff: '教职工',
  parent: '家长',
  student: '学生',
  society: '社会人士',
} as const;
export type Speaker = keyof typeof SPEAKERS;

/** Whoever may speak: people, and an organisation that puts a problem to its superior. */
export const VOICES = { ...SPEAKERS, organisation: '下级组织' } as const;
export type Voice = keyof typeof VOICES;

/** 党内、单位内 or 社会 (JX-04). */
export const sourceOf = (voice: Voice): 'inside' | 'society' =>
  voice === 'parent' || voice === 'student' || voice === 'society' ? 'society' : 'inside';

/** How the opinion came in. Everything but `online` is written down by somebody of the office. */
export const CHANNELS = {
  online: '网上留言',
  box: '意见箱',
  phone: '热线电话',
  email: '电子邮件',
  letter: '来信',
  visit: '来访',
  meeting: '座谈会',
} as const;
export type Channel = keyof typeof CHANNELS;

/** What people ask for: something about what is done or disclosed, or that something be disclosed (DF-17). */
export const WISHES = { opinion: '意见建议', proposal: '建议公开' } as const;

/** What people ask for, or a difficulty with disclosure that an organisation asks its superior to solve (XH-16). */
export const KINDS = { ...WISHES, problem: '困难问题' } as const;
export type Kind = keyof typeof KINDS;

/** What it is about, as whoever sorts it finds. */
export const CLASSES = {
  content: '公开内容',
  manner: '公开形式和时限',
  work: '党组织和学校工作',
  interest: '群众切身利益',
  conduct: '党员干部作风',
  other: '其他',
} as const;
export type FeedbackClass = keyof typeof CLASSES;

/** What became of the opinion. */
export const OUTCOMES = {
  adopted: '采纳',
  'partly-adopted': '部分采纳',
  explained: '解释说明',
  'not-adopted': '不予采纳',
  referred: '转有关部门办理',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** True of an outcome that gives whoever proposed a disclosure what they asked for. */
export const isAdopted = (outcome: Outcome): boolean => outcome === 'adopted' || outcome === 'partly-adopted';

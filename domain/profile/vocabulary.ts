/** 党务公开热线电话: the telephones that every organisation opens, all of them in an office (TZ-20, ZH-08). */
export const HOTLINES = {
  office: '党务公开办公室',
  spokesperson: '新闻发言人',
  liaison: '信息联络员',
  supervision: '监督电话',
} as const;
export type Hotline = keyof typeof HOTLINES;
export const HOTLINE_NAMES = Object.keys(HOTLINES) as [Hotline, ...Hotline[]];

/** 四个明确: what a scheme must make clear (DF-05). */
export const CLEAR_PARTS = {
  idea: '指导思想',
  principles: '公开原则',
  audience: '公开对象',
  content: '公开内容',
} as const;

/** 五个部分: what the work needs to be done and to be judged by (ZH-05). The content is asked for by both lists. */
export const WORK_PARTS = {
  content: '公开内容',
  methods: '公开方法',
  steps: '实施步骤',
  goals: '工作目标',
  assessment: '考核制度',
} as const;

/** Every part of a scheme, in the order in which it is written. None may be left out. */
export const SCHEME_PARTS = { ...CLEAR_PARTS, ...WORK_PARTS } as const;
export type SchemePart = keyof typeof SCHEME_PARTS;

/** 四项制度: rules that are themselves disclosed (TZ-14). */
export const RULES = {
  responsibility: '责任制度',
  supervision: '监督制度',
  feedback: '反馈制度',
  appraisal: '评议制度',
} as const;
export type Rule = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as [Rule, ...Rule[]];

/** 四个原则, which an office begins with and may reword (DF-04). */
export const USUAL_PRINCIPLES = ['依规依纪原则', '真实公正原则', '注重实效原则', '积极稳妥原则'] as const;

/** By what Party members are counted. The parts of each add up to all members (LY-02, LY-03, LY-04). */
export const BREAKDOWNS = {
  employment: { name: '在职情况', parts: { active: '在岗职工', retired: '离退休人员' } },
  sex: { name: '性别', parts: { male: '男', female: '女' } },
  age: {
    name: '年龄',
    parts: {
      to35: '35岁及以下',
      to45: '36岁至45岁',
      to54: '46岁至54岁',
      to59: '55岁至59岁',
      from60: '60岁及以上',
    },
  },
  education: {
    name: '文化程度',
    parts: {
      postgraduate: '研究生',
      bachelor: '本科生',
      college: '大专',
      vocational: '中专',
      high: '高中、中技',
      basic: '初中及以下',
    },
  },
} as const;
export type Breakdown = keyof typeof BREAKDOWNS;
export const BREAKDOWN_NAMES = Object.keys(BREAKDOWNS) as [Breakdown, ...Breakdown[]];

/** How somebody who works on Party affairs came to it (QD-03). */
export const ORIGINS = {
  transferred: '转岗教师、机关下派',
  recruited: '公开招聘',
  retired: '离退休人员',
  other: '其他',
} as const;
export type Origin = keyof typeof ORIGINS;

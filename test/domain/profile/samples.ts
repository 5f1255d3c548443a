import type { Contacts, SchemeText, Statistics } from '../../../domain/profile/commands.ts';
import { USUAL_PRINCIPLES } from '../../../domain/profile/vocabulary.ts';

/** Telephones of offices that nobody has: 5550100 to 5550199. */
export const CONTACTS: Contacts = {
  place: '行政楼二层 204 室',
  hours: '工作日 8:30—11:30、14:00—17:00',
  email: 'dangwu@dongfang.example',
  lines: {
    office: { post: '党务公开办公室值班岗', phone: '0516-5550101' },
    spokesperson: { post: '新闻发言人', phone: '0516-5550102' },
    liaison: { post: '信息联络员', phone: '0516-5550103-8' },
    supervision: { post: '监督小组值班岗', phone: '5550104' },
  },
  leaders: [{ person: 'zhou', duties: '主持支部全面工作', phone: '0516-5550110' }],
  departments: [{ name: '教务处', phone: '5550120', steps: ['提交申请', '三个工作日内审核', '答复'] }],
};

const rule = (title: string) => ({ title, text: `为做好${title}的落实，制定本制度。` });

export const SCHEME: SchemeText = {
  title: '东方小学党支部党务公开实施方案',
  motto: '坚决、可行、真实、管用、主动、用心',
  idea: '发扬党内民主，落实党员知情权、参与权、监督权。',
  principles: [...USUAL_PRINCIPLES],
  audience: '本支部党员、教职工，适宜的向社会公开。',
  content: '支部决议、决定及执行情况等。',
  methods: '会议、公开栏、网站等。',
  steps: '部署、实施、总结三个阶段。',
  goals: '应公开的全部按期公开。',
  assessment: '纳入年度考核。',
  rules: {
    responsibility: rule('党务公开责任制度'),
    supervision: rule('党务公开监督制度'),
    feedback: rule('党务公开反馈制度'),
    appraisal: rule('党务公开评议制度'),
  },
  bases: ['opinion'],
};

export const OPINION = {
  id: 'opinion',
  title: '中共连云港市委关于实行党务公开的意见',
  number: '连发[2010]37号',
  issuer: '中共连云港市委',
};

/** 连云港市妇幼保健院: 132 members (LY-02, LY-03, LY-04). */
export const STATISTICS: Statistics = {
  asOf: '2026-08-31',
  total: 132,
  employment: { active: 106, retired: 26 },
  sex: { male: 48, female: 84 },
  age: { to35: 36, to45: 33, to54: 31, to59: 12, from60: 20 },
  education: { postgraduate: 7, bachelor: 67, college: 27, vocational: 23, high: 4, basic: 4 },
};

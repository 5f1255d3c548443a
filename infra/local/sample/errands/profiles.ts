import type { Errands } from './errand.ts';

/** The district's office. */
export const chengjiangProfile: Errands = () => [
  {
    label: 'contacts',
    as: 'fang-lan',
    operation: 'describeContacts',
    body: {
      place: '澄江区教育服务大楼五层 502 室',
      hours: '工作日 8:30—12:00、13:30—17:30',
      email: 'dangwu@chengjiang.example',
      lines: {
        office: { post: '区教育党工委办公室值班岗', phone: '5550100' },
        spokesperson: { post: '区教育系统新闻发言人', phone: '5550102' },
        liaison: { post: '信息联络岗', phone: '5550103' },
        supervision: { post: '监督小组值班岗', phone: '5550119' },
      },
      leaders: [
        { person: 'gu-changming', duties: '主持区教育党工委全面工作，负责党务公开工作。', phone: '5550110' },
        { person: 'xie-yunfei', duties: '协助书记工作，分管组织、宣传和学校党组织建设。', phone: '5550111' },
      ],
      departments: [
        {
          name: '党工委办公室',
          phone: '5550100',
          steps: ['学校提交报批材料', '办公室三个工作日内审核', '领导小组审批', '答复学校并归档'],
        },
      ],
    },
  },
];

/** 杏澜中学: where to go, whom to call, and who its Party members are. */
export const xinglanProfile: Errands = ({ day }) => [
  {
    label: 'contacts',
    as: 'jiang-hailin',
    operation: 'describeContacts',
    body: {
      place: '行政楼三层党委办公室 306 室',
      hours: '工作日 8:00—11:30、13:30—17:00',
      email: 'xinglan@chengjiang.example',
      lines: {
        office: { post: '党务公开办公室值班岗', phone: '5552101' },
        spokesperson: { post: '学校新闻发言人', phone: '5552102' },
        liaison: { post: '信息联络员', phone: '5552103' },
        supervision: { post: '监督小组值班岗', phone: '5552119' },
      },
      leaders: [
        { person: 'du-zhongyan', duties: '主持学校党委全面工作，负责干部人才和党务公开。', phone: '5552110' },
        {
          person: 'luo-siyuan',
          duties: '协助书记工作，分管党建、意识形态和教职工思想政治工作。',
          phone: '5552111',
        },
        { person: 'qin-shuyao', duties: '分管学生发展、共青团和家校共育。', phone: '5552112' },
      ],
      departments: [
        {
          name: '党委办公室',
          phone: '5552101',
          steps: ['说明事由并登记', '核对有关材料', '五个工作日内办理', '通知本人领取或查看'],
        },
        { name: '总务处', phone: '5552120', steps: ['提交书面申请', '三个工作日内现场核实', '答复办理结果'] },
      ],
    },
  },
  {
    label: 'statistics',
    as: 'jiang-hailin',
    operation: 'recordStatistics',
    body: {
      asOf: day(-3),
      total: 127,
      employment: { active: 104, retired: 23 },
      sex: { male: 52, female: 75 },
      age: { to35: 31, to45: 38, to54: 29, to59: 11, from60: 18 },
      education: { postgraduate: 34, bachelor: 78, college: 9, vocational: 4, high: 2, basic: 0 },
    },
  },
];

/** 云溪小学, whose figures are small enough to be hidden in part. */
export const yunxiProfile: Errands = ({ day }) => [
  {
    label: 'contacts',
    as: 'tao-jingqiu',
    operation: 'describeContacts',
    body: {
      place: '教学楼一层党员活动室',
      hours: '工作日 8:00—11:30、13:00—16:30',
      lines: {
        office: { post: '党务公开办公室值班岗', phone: '5553301' },
        spokesperson: { post: '学校新闻发言人', phone: '5553302' },
        liaison: { post: '信息联络员', phone: '5553303' },
        supervision: { post: '监督小组值班岗', phone: '5553317' },
      },
      leaders: [{ person: 'hong-yannian', duties: '主持党支部全面工作。', phone: '5553310' }],
      departments: [
        { name: '总务处', phone: '5553306', steps: ['当面或书面提出', '两个工作日内核实', '答复并登记'] },
      ],
    },
  },
  {
    label: 'statistics',
    as: 'tao-jingqiu',
    operation: 'recordStatistics',
    body: {
      asOf: day(-3),
      total: 21,
      employment: { active: 17, retired: 4 },
      sex: { male: 6, female: 15 },
      age: { to35: 5, to45: 7, to54: 4, to59: 2, from60: 3 },
      education: { postgraduate: 2, bachelor: 16, college: 2, vocational: 1, high: 0, basic: 0 },
    },
  },
];

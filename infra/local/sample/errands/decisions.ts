import { decisionOnTheWall } from './decision-on-the-wall.ts';
import type { Errands } from './errand.ts';

const CLERK = 'song-wanqing';

/** 杏澜中学: one matter on which people are being asked, and one that was decided on and is being carried out. */
export const xinglanDecisions: Errands = (calendar) => [
  {
    label: 'decision-library',
    as: CLERK,
    operation: 'openDecision',
    body: {
      title: '图书馆改建为师生阅读中心',
      summary:
        '拟利用暑期将图书馆一、二层改建为开放式阅读中心，增设阅览座位 180 个、研讨间 6 间，改建期间书刊分年级流动借阅。',
      matter: 'major-decision',
      audience: 'unit',
    },
  },
  {
    label: 'decision-library-notice',
    as: CLERK,
    operation: 'giveNotice',
    on: { decision: 'decision-library' },
    body: {
      requirements:
        '请党委委员在会前审阅改建方案和资金测算；各党支部、教研组收集意见，于会前三日交党委办公室。',
      meetingOn: calendar.day(21),
    },
  },
  {
    label: 'decision-library-deliberation',
    as: CLERK,
    operation: 'recordDeliberation',
    on: { decision: 'decision-library' },
    body: {
      on: calendar.day(-1),
      among: '党委委员、总务处和图书馆负责人',
      note: '就改建范围、施工时间和资金来源交换意见，一致认为应先征求师生意见，再形成正式方案。',
    },
  },
  {
    label: 'decision-library-forum',
    as: CLERK,
    operation: 'recordRound',
    on: { decision: 'decision-library' },
    body: {
      kind: 'forum',
      from: calendar.day(-1),
      until: calendar.day(0),
      heard: 34,
      points: [
        {
          text: '建议保留安静自习区，与研讨区分开设置。',
          taken: true,
          reply: '已写入方案，自习区设在二层东侧。',
        },
        { text: '建议晚自习期间全部开放。', taken: false, reply: '值守人员不足，先试行每周三个晚上开放。' },
      ],
    },
  },
  ...decisionOnTheWall(calendar),
];

/** 云溪小学: a matter that was announced just now. */
export const yunxiDecisions: Errands = ({ day }) => [
  {
    label: 'decision-afterschool',
    as: 'lian-xinyi',
    operation: 'openDecision',
    body: {
      title: '新学期课后服务课程设置和教师安排',
      summary: '拟增设体育和科学类课程 8 门，教师按自愿报名、统筹搭配的办法安排，不增加收费项目。',
      matter: 'vital-interest',
      hot: true,
      audience: 'unit',
    },
  },
  {
    label: 'decision-afterschool-notice',
    as: 'lian-xinyi',
    operation: 'giveNotice',
    on: { decision: 'decision-afterschool' },
    body: {
      requirements: '请教职工对课程设置和教师安排提出意见，各年级组汇总后交党支部。',
      meetingOn: day(28),
    },
  },
];

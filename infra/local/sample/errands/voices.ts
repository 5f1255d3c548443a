import type { Errands } from './errand.ts';

/** What people of 杏澜中学 ask for, want to see disclosed, and were asked themselves. */
export const xinglanVoices: Errands = ({ day, at }) => [
  {
    label: 'enquiry-meals',
    as: undefined,
    operation: 'registerEnquiry',
    body: {
      subject: '本学期食堂大宗食材供应商的遴选结果',
      from: { kind: 'anonymous' },
      speaker: 'parent',
      channel: 'online',
    },
  },
  {
    label: 'enquiry-meals-proposal',
    as: 'jiang-hailin',
    operation: 'proposeDecision',
    on: { enquiry: 'enquiry-meals' },
    body: {
      outcome: 'disclosed',
      ground: 'of-general-concern',
      text: '属于应当公开的内容，遴选结果和评审办法一并向申请人公开。',
      matter: 'ordinary',
    },
  },
  {
    label: 'enquiry-meals-approval',
    as: 'du-zhongyan',
    operation: 'approveDecision',
    on: { enquiry: 'enquiry-meals' },
  },
  {
    label: 'enquiry-minutes',
    as: 'ye-tingzhou',
    operation: 'registerEnquiry',
    body: {
      subject: '中层干部民主推荐的得票情况',
      from: { kind: 'signed' },
      speaker: 'staff',
      channel: 'online',
    },
  },
  {
    label: 'topic-club-fees',
    as: 'su-mianmian',
    operation: 'raiseTopic',
    body: { title: '课后服务收费的使用去向', text: '希望按学期公开收入、课时费和结余。', audience: 'public' },
  },
  {
    label: 'topic-club-fees-support',
    as: 'ye-tingzhou',
    operation: 'supportTopic',
    on: { topic: 'topic-club-fees' },
  },
  {
    label: 'topic-parking',
    as: 'ye-tingzhou',
    operation: 'raiseTopic',
    body: { title: '教职工停车位分配办法', audience: 'unit' },
  },
  {
    label: 'topic-parking-refusal',
    as: 'jiang-hailin',
    operation: 'refuseTopic',
    on: { topic: 'topic-parking' },
    body: { ground: 'not-affairs', reason: '停车位由校务会议研究，请关注校务公开栏的通知。' },
  },
  {
    label: 'survey-satisfaction',
    as: 'jiang-hailin',
    operation: 'planSurvey',
    body: {
      kind: 'questionnaire',
      title: '党务公开满意度调查',
      intro: `请在${day(14)}前作答，答卷不记名。`,
      questions: [
        { kind: 'scale', text: '您对学校党务公开工作是否满意' },
        { kind: 'choice', text: '您最常从哪里看到公开内容', options: ['公示栏', '网站', '电子屏', '会议'] },
        { kind: 'text', text: '您还希望公开什么' },
      ],
      groups: ['party', 'masses', 'society'],
      audience: 'public',
      opensAt: at(0.01),
      closesAt: at(14),
    },
  },
];

import { ORGANISATION } from './addresses.ts';
import { query } from './query.ts';

/** Readings of opinions and what became of them, here and above, as entries of the table of all readings. */
export const OPINION_READS = {
  feedbackList: {
    path: `${ORGANISATION}/feedback`,
    zh: '收到的意见建议（经办人）',
    en: 'Opinions received, for officials',
    signedIn: true,
  },
  feedback: {
    path: `${ORGANISATION}/feedback/{feedback}`,
    zh: '一条意见建议（经办人、承办人）',
    en: 'One opinion, for officials and its owner',
    signedIn: true,
  },
  organisationAnswers: {
    path: `${ORGANISATION}/answers`,
    zh: '对党组织意见建议的办理结果',
    en: 'What became of opinions left with the organisation as such, as far as the reader may hear of it',
  },
  opinionOverview: {
    path: `${ORGANISATION}/opinion-overview`,
    zh: '意见建议办理情况（经办人）',
    en: 'How opinions fare here and below: answer times, what waits and for how long, hot topics',
    signedIn: true,
  },
  mailbox: {
    path: `${ORGANISATION}/mailbox`,
    zh: '意见邮箱的地址和启用时间，不含密钥（党务公开办公室）',
    en: 'Address of the mailbox for opinions and since when it is open, never its secret (office)',
    signedIn: true,
  },
  problems: {
    path: `${ORGANISATION}/problems`,
    zh: '本组织向上级提出的困难问题（经办人）',
    en: 'Problems that the organisation brought before its superior, last first, for officials',
    signedIn: true,
  },
  reports: {
    path: `${ORGANISATION}/reports`,
    zh: '向上级的报告和下级的报告（经办人）',
    en: 'Reports sent to the superior, and those of a quarter that came from right below, for officials',
    query: query('quarter'),
    signedIn: true,
  },
} as const;

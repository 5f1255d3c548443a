import { ORGANISATION } from './addresses.ts';
import { query } from './query.ts';

/** Readings of requests for disclosure, as entries of the table of all readings. */
export const ENQUIRY_READS = {
  enquiries: {
    path: `${ORGANISATION}/enquiries`,
    zh: '依申请公开登记簿（经办人）',
    en: 'Requests for disclosure, newest first, for officials',
    signedIn: true,
  },
  enquiry: {
    path: `${ORGANISATION}/enquiries/{enquiry}`,
    zh: '一件申请（申请人凭登录或查询码、经办人）',
    en: 'One request, for whoever asked, by log-in or receipt, and for officials',
    receipt: true,
  },
  ownEnquiries: {
    path: `${ORGANISATION}/my-enquiries`,
    zh: '我提出的申请',
    en: 'What I asked for',
    signedIn: true,
  },
  receptions: {
    path: `${ORGANISATION}/receptions`,
    zh: '接待记录（经办人）',
    en: 'The reception log of a month, for officials',
    query: query('month'),
    signedIn: true,
  },
  unmetRequests: {
    path: `${ORGANISATION}/unmet-requests`,
    zh: '多次被申请而从未公开的内容（经办人）',
    en: 'What was asked for again and again and never given, for officials',
    query: query('month'),
    signedIn: true,
  },
} as const;

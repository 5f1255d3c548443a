import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

/** Readings of yearly summaries and of what was filed, as entries of the table of all readings. */
export const SUMMARY_READS = {
  summary: {
    path: `${ORGANISATION}/summaries/{year}`,
    zh: '年度总结草稿：由公开记录生成（经办人）',
    en: 'The draft of a yearly summary, made from the record, for officials',
    signedIn: true,
  },
  filings: {
    path: `${ORGANISATION}/filings`,
    zh: '向上级报送的和下级报送的总结、专题报告（经办人）',
    en: 'What was filed upward, what came from right below, and whose summary is missing, for officials',
    query: lazily(async () => (await import('./summary-query.ts')).summaryYear),
    signedIn: true,
  },
  filing: {
    path: `${ORGANISATION}/filings/{filing}`,
    zh: '本组织报送的一份总结或报告（经办人）',
    en: 'One report that the organisation filed, for officials',
    signedIn: true,
  },
  receivedFiling: {
    path: `${ORGANISATION}/received-filings/{unit}/{filing}`,
    zh: '下级报送的一份总结或报告（经办人）',
    en: 'One report that came from below, for officials',
    signedIn: true,
  },
} as const;

import { ORGANISATION } from './addresses.ts';
import { query } from './query.ts';

/** Readings of duties, and of the calendar and the seals that they go by, as entries of the table of all readings. */
export const DUTY_READS = {
  ledger: {
    path: `${ORGANISATION}/ledgers/{period}`,
    zh: '公开义务台账（经办人、上级）',
    en: 'Every duty of a quarter with its status and why it is due when it is, for officials and those above',
    signedIn: true,
  },
  standings: {
    path: `${ORGANISATION}/standings`,
    zh: '所属各组织的公开义务完成情况（经办人）',
    en: 'How everybody under an organisation stands in a quarter, for its officials',
    query: query('standings'),
    signedIn: true,
  },
  calendar: {
    path: `${ORGANISATION}/calendar`,
    zh: '全区工作日历与学期',
    en: 'Working days of a year as the district has them, and its school terms',
    query: query('calendarYear'),
    signedIn: true,
  },
  seals: {
    path: `${ORGANISATION}/seals`,
    zh: '每日封存值（可留存，用于核验记录）',
    en: 'The daily seals of a quarter: hashes to keep, by which the record can be verified later',
    query: query('quarter'),
  },
} as const;

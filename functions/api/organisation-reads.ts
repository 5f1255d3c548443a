import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

/** Readings of organisations, and of what each has and lacks, as entries of the table of all readings. */
export const ORGANISATION_READS = {
  organisations: { path: '/v1/organisations', zh: '党组织名录', en: 'Organisations of the district' },
  organisation: { path: ORGANISATION, zh: '一个党组织', en: 'One organisation' },
  lights: {
    path: `${ORGANISATION}/lights`,
    zh: '“六有”（经办人）',
    en: 'The six things that every organisation has to have, and which of them are there, for officials',
    signedIn: true,
  },
  gaps: {
    path: `${ORGANISATION}/gaps`,
    zh: '下级组织缺少的人员、机构和载体（经办人）',
    en: 'Units right below with what they lack, most gaps first, for officials',
    signedIn: true,
  },
  openWork: {
    path: `${ORGANISATION}/open-work`,
    zh: '尚未办结的事项（经办人）',
    en: 'What waits for somebody here: it has to be settled before the organisation is merged, for officials',
    signedIn: true,
  },
  regulations: {
    path: `${ORGANISATION}/regulations`,
    zh: '党务公开制度，可按重大事项、选人用人、大额资金使用筛选',
    en: 'Regulations in force, as far as the reader may look them up; by what they are about',
    query: lazily(async () => (await import('./organisation-query.ts')).regulationsAsked),
  },
} as const;

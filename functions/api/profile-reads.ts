import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

/** What an organisation says about itself, and its roster: entries of the table of all readings. */
export const PROFILE_READS = {
  about: {
    path: `${ORGANISATION}/contacts`,
    zh: '办公地点、热线电话、领导分工、机构和办事流程',
    en: 'Where the office is, its telephones, leaders, bodies, and how matters are handled',
  },
  scheme: {
    path: `${ORGANISATION}/schemes`,
    zh: '党务公开方案及依据文件',
    en: 'The scheme of disclosure, its versions and legal bases',
    query: lazily(async () => (await import('./query-schemas.ts')).itemVersion),
  },
  statistics: {
    path: `${ORGANISATION}/statistics`,
    zh: '党员统计；对本组织党员以外的读者不显示小数目',
    en: 'Statistics of Party members; small figures are hidden from readers outside the Party',
  },
  roster: {
    path: `${ORGANISATION}/roster`,
    zh: '花名册（党务公开办公室）',
    en: 'The roster of units, people and seats, in the form in which it is taken (office)',
    signedIn: true,
  },
  composition: {
    path: `${ORGANISATION}/composition`,
    zh: '党务工作人员构成（经办人）',
    en: 'Who leads the units below, by position and origin, and units without a secretary, for officials',
    signedIn: true,
  },
} as const;

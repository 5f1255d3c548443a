import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

/** Readings of the log of activities, as entries of the table of all readings. */
export const ACTIVITY_READS = {
  activities: {
    path: `${ORGANISATION}/activities`,
    zh: '一年的会议、培训、宣传等活动及次数',
    en: 'What was held in a year, last first, and how often, as far as the reader may know of it',
    query: lazily(async () => (await import('./activity-query.ts')).activitiesAsked),
  },
  activity: {
    path: `${ORGANISATION}/activities/{activity}`,
    zh: '一项活动；参加人员姓名只向经办人显示',
    en: 'One activity; who took part is named to those who work there only',
    receipt: true,
  },
  trainings: {
    path: `${ORGANISATION}/trainings`,
    zh: '本级和下级组织负责人的年度培训情况（经办人）',
    en: 'Heads here and below, trained in the year or not, for officials',
    query: lazily(async () => (await import('./activity-query.ts')).trainingYear),
    signedIn: true,
  },
} as const;

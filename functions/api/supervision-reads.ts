import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

type Schemas = typeof import('./supervision-query.ts');
const query = (name: keyof Schemas) => lazily(async () => (await import('./supervision-query.ts'))[name]);

/** Readings of supervision, as entries of the table of all readings. */
export const SUPERVISION_READS = {
  visits: {
    path: `${ORGANISATION}/visits`,
    zh: '督查和自查（经办人、督查人员）',
    en: 'Visits and self-checks, last first, for officials and those who supervise',
    signedIn: true,
  },
  visit: {
    path: `${ORGANISATION}/visits/{visit}`,
    zh: '一次督查及其督办事项',
    en: 'One visit, and what followed it',
    signedIn: true,
  },
  followUps: {
    path: `${ORGANISATION}/follow-ups`,
    zh: '监督建议和整改通知，可只列逾期的',
    en: 'Suggestions and orders, or only those that are overdue, for officials and those who supervise',
    query: query('followUpsAsked'),
    signedIn: true,
  },
  followUp: {
    path: `${ORGANISATION}/follow-ups/{followup}`,
    zh: '一件督办事项',
    en: 'One of them, also for whoever has to put it right',
    signedIn: true,
  },
  cases: {
    path: `${ORGANISATION}/cases`,
    zh: '责任追究案件（有权知情的人）',
    en: 'Cases that the reader may know of',
    signedIn: true,
  },
  case: {
    path: `${ORGANISATION}/cases/{case}`,
    zh: '一件责任追究案件',
    en: 'One case, for those who may know',
    signedIn: true,
  },
  supervisionSteps: {
    path: `${ORGANISATION}/supervision/steps`,
    zh: '一件事项办理的每个环节和时间，不含内容',
    en: 'Every step of something in work and when it was taken, without what it says',
    query: query('stepsAsked'),
    signedIn: true,
  },
  supervision: {
    path: `${ORGANISATION}/supervision`,
    zh: '一年的监督工作统计',
    en: 'What supervision did in a year, in figures',
    query: query('supervisionYear'),
  },
  examples: {
    path: `${ORGANISATION}/examples`,
    zh: '示范案例',
    en: 'Items that the organisation marked for others to learn from',
  },
  ledgerEntries: {
    path: `${ORGANISATION}/ledger-entries`,
    zh: '台账资料：会议记录、活动记录、文件、宣传资料（经办人、督查人员）',
    en: 'The ledger of a year: minutes, activities, documents, publicity, for officials and those who supervise',
    query: query('dossierAsked'),
    signedIn: true,
  },
} as const;

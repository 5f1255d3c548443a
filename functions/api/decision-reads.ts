import { ORGANISATION } from './addresses.ts';
import { lazily } from './lazily.ts';

const byTense = lazily(async () => (await import('./decision-query.ts')).tenseAsked);

/** Readings of decisions, as entries of the table of all readings. */
export const DECISION_READS = {
  decisions: {
    path: `${ORGANISATION}/decisions`,
    zh: '重大事项决策',
    en: 'Decisions, last proposed first, as far as the reader may know of them',
    query: byTense,
  },
  decision: {
    path: `${ORGANISATION}/decisions/{decision}`,
    zh: '一项决策的六项机制和落实情况',
    en: 'One decision: its six mechanisms with whatever was skipped, and how it is carried out',
  },
  matters: {
    path: `${ORGANISATION}/matters`,
    zh: '要做什么、在做什么、做了什么',
    en: 'What the organisation will do, does and has done: decisions and disclosed items',
    query: byTense,
  },
  openActions: {
    path: `${ORGANISATION}/open-actions`,
    zh: '督办清单：到期和逾期的落实、整改事项（经办人）',
    en: 'Whatever is to be carried out or put right by a day, first due first, for officials',
    signedIn: true,
  },
} as const;

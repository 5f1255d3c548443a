import { ORGANISATION } from './addresses.ts';
import { query } from './query.ts';

/** Readings of displays and what they were sent, as entries of the table of all readings. */
export const DISPLAY_READS = {
  displays: {
    path: `${ORGANISATION}/displays`,
    zh: '公示屏（经办人）',
    en: 'Displays and how they fare, for officials',
    signedIn: true,
  },
  deliveries: {
    path: `${ORGANISATION}/displays/{display}/deliveries`,
    zh: '发给公示屏的通知（经办人）',
    en: 'What a display was told and how that went, last planned first, for officials',
    query: query('deliveryPage'),
    signedIn: true,
  },
  attempts: {
    path: `${ORGANISATION}/displays/{display}/attempts`,
    zh: '向公示屏发送的每一条消息及应答，保留30天（经办人）',
    en: 'Every message a display was sent in the last 30 days and what it answered, newest first, for officials',
    query: query('attemptPage'),
    signedIn: true,
  },
} as const;

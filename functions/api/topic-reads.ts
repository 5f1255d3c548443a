import { ORGANISATION } from './addresses.ts';
import { query } from './query.ts';

/** Readings of what people want to see disclosed, as entries of the table of all readings. */
export const TOPIC_READS = {
  topics: {
    path: `${ORGANISATION}/topics`,
    zh: '群众关注的事项，按支持人数排列',
    en: 'What people want to see disclosed, most supported first, as far as the reader may know of it',
    query: query('topicsAsked'),
  },
  topic: { path: `${ORGANISATION}/topics/{topic}`, zh: '一件群众关注的事项', en: 'One topic' },
} as const;

import { ORGANISATION } from './addresses.ts';
import { query } from './query.ts';

/** Readings of rounds of questions, as entries of the table of all readings. */
export const SURVEY_READS = {
  surveys: {
    path: `${ORGANISATION}/surveys`,
    zh: '征求意见：座谈会、调查问卷、征求意见函',
    en: 'Rounds of questions, last closing first, as far as the reader may know of them',
    query: query('surveyed'),
  },
  survey: {
    path: `${ORGANISATION}/surveys/{survey}`,
    zh: '一项征求意见，结束后附各群体汇总',
    en: 'One round; once it has closed with what each group said',
  },
} as const;
